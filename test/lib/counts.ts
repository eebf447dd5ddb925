/** How often to try what only shows by chance: all of it under `npm run test:full`, a tenth in the daily run. */
export function trials(full: number): number {
  return process.env['HANDSEL_TEST_FULL'] === '1' ? full : Math.max(1, Math.ceil(full / 10));
}
