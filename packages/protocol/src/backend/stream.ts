import type { ContractEvent } from '../resources/event.ts';

/** Calls back again and again; what it answers stops it. */
export type Every = (milliseconds: number, tick: () => void) => () => void;

/** How long a line may be silent: proxies cut those that say nothing. */
export const HEARTBEAT_MS = 15_000;

/** What a stream needs besides its events. */
export interface StreamOptions {
  /** Ends the stream, and tells the handler; the stream aborts it when the reader leaves. */
  readonly stop: AbortController;
  readonly every: Every;
  /** An event could not be had: the stream ends, and the reader asks again. */
  readonly onError: (error: unknown) => void;
  /** @throws when an event is not what it should be. */
  readonly check?: (event: ContractEvent) => void;
}

const encoder = new TextEncoder();

/** Writes events as server-sent events, as fast as they are read and no faster. */
export function streamOf(events: AsyncIterable<ContractEvent>, options: StreamOptions): ReadableStream<Uint8Array> {
  const { stop, every, onError, check } = options;
  const iterator = events[Symbol.asyncIterator]();
  let over = false;
  let silence = () => {};
  const end = () => {
    if (over) return;
    over = true;
    silence();
    stop.abort();
    // Not awaited: a handler that waits for its next event ends when it sees the signal.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>({
    start(controller) {
      const close = () => {
        if (over) return;
        end();
        controller.close();
      };
      if (stop.signal.aborted) return close();
      stop.signal.addEventListener('abort', close);
      // A first word, so that everybody on the way passes the headers on.
      controller.enqueue(encoder.encode(':\n\n'));
      silence = every(HEARTBEAT_MS, () => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(':\n\n'));
      });
    },
    async pull(controller) {
      const next = await nextOf(iterator, check).catch((error: unknown) => {
        if (!over) onError(error);
        return undefined;
      });
      if (over) return;
      if (next !== undefined) return controller.enqueue(encoder.encode(messageOf(next)));
      end();
      controller.close();
    },
    cancel: end,
  });
}

async function nextOf(
  iterator: AsyncIterator<ContractEvent>,
  check: StreamOptions['check'],
): Promise<ContractEvent | undefined> {
  const next = await iterator.next();
  if (next.done) return undefined;
  check?.(next.value);
  return next.value;
}

// A line end in the type would begin a field of its own; JSON has none.
function messageOf(event: ContractEvent): string {
  return `id: ${event.seq}\nevent: ${event.type.replace(/[\r\n]/g, '')}\ndata: ${JSON.stringify(event)}\n\n`;
}
