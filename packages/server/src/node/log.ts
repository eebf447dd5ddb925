import type { Clock, Log } from '../ports.ts';

/** Writes one JSON object a line to standard error. */
export function jsonLog(clock: Clock): Log {
  return (level, message, facts) => {
    process.stderr.write(`${JSON.stringify({ at: clock.now(), level, message, ...facts })}\n`);
  };
}
