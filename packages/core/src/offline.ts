/** Whether this device knows that it has no network. Where nobody knows, it is not offline. */
export function offline(): boolean {
  return globalThis.navigator?.onLine === false;
}
