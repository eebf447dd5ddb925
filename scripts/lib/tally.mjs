import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** What a stage that ran nothing counts. */
export const noTests = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** Adds up two tallies. */
export const plus = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** `12 passed, 0 failed`, and how many were skipped when any was. */
export const tallyLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** Leaves a tally for the process that asked for one by `HANDSEL_TALLY`, the path of a file. */
export function writeTally(tally, path = process.env.HANDSEL_TALLY) {
  if (path) writeFileSync(path, JSON.stringify(tally));
}

/** The tally that a finished process left, or nothing when it died before it could. */
export function takeTally(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  } finally {
    rmSync(path, { force: true });
  }
}
