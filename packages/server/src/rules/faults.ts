import { type FieldError, type ProblemCode, Refusal } from '@handsel/protocol';

/** A field that is not right, and the code that says so when it is the only one. */
export interface Fault extends FieldError {
  readonly problem?: ProblemCode;
}

/**
 * Refuses with every field that is not right, all at once; does nothing when all are. `place` is where in what was
 * sent the fields stand.
 */
export function refuseFaults(faults: readonly Fault[], place = ''): void {
  if (faults.length === 0) return;
  const codes = new Set(faults.map(({ problem }) => problem ?? 'VALIDATION'));
  const [only] = codes;
  const code = codes.size === 1 && only ? only : 'VALIDATION';
  throw new Refusal(code, {
    errors: faults.map(({ problem: _problem, pointer, ...error }) => ({ pointer: place + pointer, ...error })),
  });
}

/** Refuses a text that must say something and does not. */
export function needWords(text: string | undefined, pointer: string): string {
  if (text !== undefined && text.trim() !== '') return text;
  throw new Refusal('VALIDATION', { errors: [{ pointer, code: 'required', message: 'This must say something.' }] });
}

/** Refuses a share that is no whole number between the two. */
export function needShare(
  share: number,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  pointer: string,
): void {
  if (Number.isSafeInteger(share) && share >= minimum && share <= maximum) return;
  const code = share > maximum ? 'too_big' : 'too_small';
  const message = 'This must be between nothing and what is held.';
  throw new Refusal('VALIDATION', { errors: [{ pointer, code, minimum, maximum, message }] });
}
