import { type Contract, type ContractEvent, PROBLEMS } from '@handsel/protocol';
import { contractOf, eventOf, paymentRequestOf, problemOf } from './samples.ts';

/**
 * A backend of one contract, as small as the promises that clients build on: a key happens once and is answered the
 * same each time; events have no gaps; a stream goes on after `Last-Event-ID`.
 */
export class Keeper {
  contract: Contract = contractOf();
  readonly events: ContractEvent[] = Array.from({ length: 7 }, (_, index) => eventOf(index + 1));
  /** What has happened, by key. */
  readonly effects: string[] = [];
  readonly #answers = new Map<string, string>();
  readonly #streams = new Set<ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>>();

  /** How many follow it live. */
  get followers(): number {
    return this.#streams.size;
  }

  /** Something happens to the contract: version and number of events go up, followers hear of it. */
  happen(changes: Partial<Contract> = {}, told = true): ContractEvent {
    const event = eventOf(this.events.length + 1);
    this.events.push(event);
    const version = this.contract.version + 1;
    this.contract = { ...this.contract, ...changes, version, seq: event.seq };
    if (told) this.tell(event);
    return event;
  }

  /** Sends an event to all who follow. */
  tell(event: ContractEvent): void {
    this.send(`id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** Sends anything to all who follow. */
  send(text: string): void {
    for (const stream of this.#streams) stream.enqueue(new TextEncoder().encode(text));
  }

  /** Ends every stream, as a backend that is restarted does. */
  hangUp(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const { method } = request;
    if (!url.pathname.startsWith('/v1/contracts/ctr_1')) return refuse('NOT_FOUND');
    const rest = url.pathname.slice('/v1/contracts/ctr_1'.length);
    if (method === 'GET' && rest === '') return Response.json(this.contract);
    if (method === 'GET' && rest === '/events') return this.#list(url.searchParams);
    if (method === 'GET' && rest === '/events/stream') return this.#stream(request);
    if (method === 'POST') return this.#write(request, rest);
    return refuse('METHOD_NOT_ALLOWED');
  };

  #list(query: URLSearchParams): Response {
    const limit = Number(query.get('limit') ?? 100);
    const data = this.events.filter(({ seq }) => seq > Number(query.get('after') ?? 0)).slice(0, limit);
    return Response.json({ data, next: null });
  }

  #stream(request: Request): Response {
    const after = Number(request.headers.get('last-event-id') ?? 0);
    const missed = this.events.filter(({ seq }) => seq > after);
    let own: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        own = controller;
        this.#streams.add(controller);
        const text = missed.map((event) => `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`).join('');
        controller.enqueue(new TextEncoder().encode(`: hello\n\n${text}`));
      },
      cancel: () => {
        if (own) this.#streams.delete(own);
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  async #write(request: Request, rest: string): Promise<Response> {
    const key = request.headers.get('idempotency-key');
    if (!key) return refuse('IDEMPOTENCY_KEY_REQUIRED');
    const known = this.#answers.get(key);
    if (known) return answer(known, { 'Idempotent-Replayed': 'true' });
    await request.text();
    this.effects.push(key);
    this.happen({ status: 'active' });
    const requested = rest.endsWith('/payment-requests');
    const text = JSON.stringify(requested ? paymentRequestOf({ id: `prq_${this.effects.length}` }) : this.contract);
    this.#answers.set(key, text);
    return answer(text);
  }
}

function answer(text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, { headers: { 'Content-Type': 'application/json', 'Request-Id': 'req_1', ...headers } });
}

function refuse(code: keyof typeof PROBLEMS): Response {
  return problemOf(PROBLEMS[code][0], code);
}
