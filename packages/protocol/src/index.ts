export { canonicalJson, sha256 } from './canonical.ts';
export {
  FieldError,
  fieldRefusal,
  Problem,
  type ProblemCode,
  PROBLEMS,
  Refusal,
  type RefusalExtras,
} from './errors.ts';
export { fits } from './fits.ts';
export * from './ids.ts';
export * from './money.ts';
export type { AnswerKind, CallerKind, InputOf, Operation, OutputOf, Page, PathIds, PathOf } from './operation.ts';
export { operation } from './operation.ts';
export * from './operations/index.ts';
export { DEFAULT_POLICY, Policy, smallestMilestone } from './policy.ts';
export * from './resources/index.ts';
export type { Schema } from './schema.ts';
export { LONGEST } from './longest.ts';
export { Email, EmailCode } from './text.ts';
export * from './time.ts';
export { wireParts, type WireParts } from './wire-parts.ts';
