import type * as z from 'zod/mini';
import type { FieldError } from '../errors.ts';

const MOST = 100;

/** Each field that is not right, by JSON pointer into what was sent; at most a hundred of them. */
export function fieldErrors(issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const errors = new Map<string, FieldError>();
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
    for (const key of keys) {
      if (errors.size === MOST) return [...errors.values()];
      const pointer = pointerOf([...issue.path, ...key]);
      // A number beyond what is exact breaks two limits; the later one is the field's own.
      errors.set(`${issue.code} ${pointer}`, { pointer, code: issue.code, ...limits(issue) });
    }
  }
  return [...errors.values()];
}

/** A JSON pointer (RFC 6901): `/milestones/0/amount`. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function limits(issue: z.core.$ZodIssue): { minimum?: number; maximum?: number } {
  if (issue.code === 'too_small') return { minimum: Number(issue.minimum) };
  return issue.code === 'too_big' ? { maximum: Number(issue.maximum) } : {};
}
