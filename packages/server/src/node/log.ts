import type { Clock, Log } from '../ports.ts';

/** Writes one JSON object a line to standard error. */
export function jsonLog(clock: Clock): Log {
  return (level, message, facts) => {
    process.stderr.write(`${JSON.stringify({ at: clock.now(), level, message, ...facts })}\n`);
  };
}

/** The path of an address as the log may hold it: without what names a contract, or opens an invitation. */
export function loggedPath(url: string): string {
  return new URL(url).pathname.replace(/^\/+invitation\/.*/, '/invitation/…').replaceAll(/_[0-9a-f-]{36}/g, '_…');
}
