/**
 * Waits for a promise, but no longer than the signal allows: a backend in the same page may not look at it.
 * Rejects with the signal's reason; what comes later is dropped.
 */
export function heed<T>(signal: AbortSignal | undefined, start: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal?.reason as Error);
    if (signal?.aborted) return void abort();
    signal?.addEventListener('abort', abort);
    start()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', abort));
  });
}
