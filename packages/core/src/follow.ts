import { ContractEvent, type ContractId, listEvents, streamEvents } from '@handsel/protocol';
import { itemOf } from './answer.ts';
import { backOff } from './back-off.ts';
import type { Call } from './call.ts';
import { ConnectionError, HandselError, ResponseError } from './errors.ts';
import { prepare } from './prepare.ts';
import { readMessages } from './sse.ts';
import type { CallOptions } from './settings.ts';
import { sleep } from './sleep.ts';
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
    const { signal } = this.#options;
    const { clock } = this.#transport;
    let failures = 0;
    while (!signal?.aborted) {
      const [since, before] = [clock.now(), this.#seq];
      try {
        yield* this.#connection();
      } catch (error) {
        if (signal?.aborted) return;
        if (!mayPass(error)) throw error;
        if (error instanceof HandselError) this.#listening.lost?.(error);
      }
      if (this.#seq !== before || clock.now() - since >= STEADY_MS) failures = 0;
      failures += 1;
      await sleep(backOff(failures, clock), signal);
    }
  }

  async *#connection(): AsyncGenerator<ContractEvent, void, undefined> {
    const hangUp = new AbortController();
    const { signal } = this.#options;
    const ended = signal ? AbortSignal.any([signal, hangUp.signal]) : hangUp.signal;
    try {
      const body = await this.#open(ended);
      this.#listening.opened?.();
      for await (const text of this.#messages(body, hangUp, ended)) {
        const event = await itemOf(STREAM, ContractEvent, text);
        yield* this.#gapBefore(event.seq);
        if (this.#seq !== undefined && event.seq <= this.#seq) continue;
        this.#seq = event.seq;
        yield event;
      }
    } finally {
      hangUp.abort();
    }
  }

  async *#messages(body: ReadableStream<Uint8Array<ArrayBuffer>>, hangUp: AbortController, ended: AbortSignal) {
    let heard = 0;
    const watch = async () => {
      for (let before = -1; before !== heard;) {
        before = heard;
        await sleep(SILENCE_MS, ended);
        if (ended.aborted) return;
      }
      hangUp.abort();
    };
    void watch();
    try {
      yield* readMessages(body, ended, () => {
        heard += 1;
        this.#listening.heard?.();
      });
    } catch {
      // The line broke: the next connection goes on where this one was.
    }
  }

  async #open(signal: AbortSignal): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    const after = this.#seq;
    const headers = {
      ...this.#options.headers,
      Accept: 'text/event-stream',
      ...(after !== undefined && { 'Last-Event-ID': `${after}` }),
    };
    const call = prepare(streamEvents, { contractId: this.#contractId, after }, { ...this.#options, headers, signal });
    const { body, headers: said, status } = await this.#transport.open(call);
    if (body && said.get('content-type')?.startsWith('text/event-stream')) return body;
    throw new ResponseError('the body is no stream of events', { operation: STREAM, status });
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
