export type { Span } from './clock.ts';
export type { Matching, Refusing } from './faults.ts';
export type { SentMail } from './host.ts';
export type { Person, PolicyChanges, SandboxOptions } from './options.ts';
export { createSandbox, type Sandbox } from './sandbox.ts';
export type { Seed } from './seed.ts';
export type { SessionOptions } from './sessions.ts';
export type { WasmSource } from './sqlite.ts';
export { STATE_NAMES, type StateName } from './states.ts';
