import assert from 'node:assert/strict';

/** The error of something that must fail. */
export function caught(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => assert.fail('It did not fail.'),
    (error: unknown) => error,
  );
}
