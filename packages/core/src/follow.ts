import { ContractEvent, type ContractId, listEvents, streamEvents } from '@handsel/protocol';
import { itemOf, readAnswer, refusalOf } from './answer.ts';
import type { Call } from './call.ts';
import { ConnectionError, HandselError, ResponseError } from './errors.ts';
import { prepare } from './prepare.ts';
import { backOff } from './retry.ts';
import { readMessages } from './sse.ts';
import type { CallOptions } from './settings.ts';
import type { Transport } from './transport.ts';

// A backend sends a comment at least every half minute; a line that is silent for longer is dead.
const SILENCE_MS = 60_000;
const STEADY_MS = 10_000;
const STREAM = 'events.stream';

/** What a follower wants to know besides the events. */
export interface Listening {
  /** A connection stands: from now on events come by themselves. */
  opened?(): void;
  /** Anything came, if only a sign of life. */
  heard?(): void;
  /** A connection could not be made; another is tried after a pause. */
  lost?(error: HandselError): void;
}

/** Whether the same question may get a better answer later, without anybody doing anything. */
export function mayPass(error: unknown): boolean {
  if (!(error instanceof HandselError)) return false;
  if (error instanceof ConnectionError) return error.code !== 'ABORTED';
  return error.code === 'SESSION_UNAVAILABLE' || error.status === 429 || (error.status ?? 0) >= 500;
}

/** Follows one contract's events: in order, each once, without a gap, over any number of connections. */
export class Follower {
  readonly #transport: Transport;
  readonly #call: Call;
  readonly #contractId: ContractId;
  readonly #options: CallOptions;
  readonly #listening: Listening;
  #seq: number | undefined;

  constructor(
    wire: { readonly transport: Transport; readonly call: Call },
    contractId: ContractId,
    after: number | undefined,
    options: CallOptions = {},
    listening: Listening = {},
  ) {
    this.#transport = wire.transport;
    this.#call = wire.call;
    this.#contractId = contractId;
    this.#seq = after;
    this.#options = options;
    this.#listening = listening;
  }

  /** All events, until the signal aborts. @throws {HandselError} when waiting will not help. */
  async *events(): AsyncGenerator<ContractEvent, void, undefined> {
    const { now, sleep, random } = this.#transport.settings;
    const { signal } = this.#options;
    let failures = 0;
    let refused = false;
    while (!signal?.aborted) {
      const [since, before] = [now(), this.#seq];
      try {
        yield* this.#connection();
        refused = false;
      } catch (error) {
        if (signal?.aborted) return;
        // A token may have run out since: the next connection asks for a fresh one, once.
        const { renewable } = this.#transport;
        const denied: boolean = renewable && !refused && error instanceof HandselError && error.status === 401;
        if (!denied && !mayPass(error)) throw error;
        refused = denied;
        if (!denied && error instanceof HandselError) this.#listening.lost?.(error);
        if (denied) continue;
      }
      if (this.#seq !== before || now() - since >= STEADY_MS) failures = 0;
      failures += 1;
      await sleep(backOff(failures, random), signal);
    }
  }

  async *#connection(): AsyncGenerator<ContractEvent, void, undefined> {
    const stop = new AbortController();
    const abort = () => stop.abort();
    const { signal } = this.#options;
    signal?.addEventListener('abort', abort);
    if (signal?.aborted) abort();
    try {
      for await (const text of this.#messages(stop)) {
        const event = await itemOf(STREAM, ContractEvent, text);
        yield* this.#gapBefore(event.seq);
        if (this.#seq !== undefined && event.seq <= this.#seq) continue;
        this.#seq = event.seq;
        yield event;
      }
    } finally {
      signal?.removeEventListener('abort', abort);
      stop.abort();
    }
  }

  async *#messages(stop: AbortController) {
    let heard = 0;
    const watch = async () => {
      for (let before = -1; before !== heard;) {
        before = heard;
        await this.#transport.settings.sleep(SILENCE_MS, stop.signal);
        if (stop.signal.aborted) return;
      }
      stop.abort();
    };
    void watch();
    const response = await this.#open(stop.signal);
    const { body } = response;
    if (!response.ok) throw refusalOf(STREAM, await readAnswer(response));
    if (!body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      throw new ResponseError('the body is no stream of events', { operation: STREAM, status: response.status });
    }
    this.#listening.opened?.();
    try {
      yield* readMessages(body, stop.signal, () => {
        heard += 1;
        this.#listening.heard?.();
      });
    } catch {
      // The line broke: the next connection goes on where this one was.
    }
  }

  async #open(signal: AbortSignal): Promise<Response> {
    const after = this.#seq;
    const { headers } = this.#options;
    const call = prepare(
      streamEvents,
      { contractId: this.#contractId, after },
      {
        headers: {
          ...headers,
          Accept: 'text/event-stream',
          ...(after !== undefined && { 'Last-Event-ID': `${after}` }),
        },
      },
    );
    const request = await this.#transport.request(call, signal);
    try {
      return await aborting(this.#transport.settings.fetch(request), signal);
    } catch (cause) {
      throw new ConnectionError('NO_ANSWER', 'the stream could not be opened.', { operation: STREAM, cause });
    }
  }

  /** What happened before an event and did not come by itself. */
  async *#gapBefore(seq: number): AsyncGenerator<ContractEvent, void, undefined> {
    while (this.#seq !== undefined && seq > this.#seq + 1) {
      const query = { contractId: this.#contractId, after: this.#seq, limit: 1000 };
      const { data } = await this.#call(listEvents, query, this.#options);
      const missing = data.filter((event) => event.seq > (this.#seq ?? 0) && event.seq < seq);
      if (missing.length === 0) return;
      for (const event of missing) {
        this.#seq = event.seq;
        yield event;
      }
    }
  }
}

// A backend in the same page may not look at the signal; whoever waits does.
function aborting<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new Error('aborted'));
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
}
