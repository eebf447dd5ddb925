import type { VirtualTime } from './virtual-time.ts';

/** What happens to a request on its way. */
export type Fault =
  | 'none'
  /** It never reaches the backend. */
  | 'lost request'
  /** The backend has done it, but the answer never arrives. */
  | 'lost answer'
  /** It reaches the backend twice. */
  | 'duplicate'
  /** Nobody ever answers. */
  | 'silence'
  /** The answer breaks off in the middle. */
  | 'half an answer'
  /** Something on the way answers instead. */
  | Response;

/** One request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly credentials: string;
}

/** A way to a backend on which things go wrong, in the order given; then nothing does. */
export class FaultyWay {
  readonly sent: Sent[] = [];
  readonly #backend: { fetch(request: Request): Promise<Response> };
  readonly #faults: Fault[];
  readonly #time: VirtualTime | undefined;

  constructor(backend: { fetch(request: Request): Promise<Response> }, faults: readonly Fault[], time?: VirtualTime) {
    this.#backend = backend;
    this.#faults = [...faults];
    this.#time = time;
  }

  /** The idempotency keys in the order they were sent. */
  get keys(): (string | null)[] {
    return this.sent.map(({ headers }) => headers.get('idempotency-key'));
  }

  /** What goes wrong next. */
  next(...faults: Fault[]): void {
    this.#faults.push(...faults);
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    const { method, url, headers, credentials } = request;
    this.sent.push({ method, url, headers, body: await request.clone().text(), credentials });
    const fault = this.#faults.shift() ?? 'none';
    if (fault instanceof Response) return fault.clone();
    if (fault === 'silence') return new Promise(() => undefined);
    if (fault === 'lost request') throw new TypeError('fetch failed');
    if (this.#time) this.#time.busy += 1;
    try {
      return await this.#pass(request, fault);
    } finally {
      if (this.#time) this.#time.busy -= 1;
    }
  };

  async #pass(request: Request, fault: Fault): Promise<Response> {
    const twin = fault === 'duplicate' ? request.clone() : undefined;
    const answer = await this.#backend.fetch(request);
    if (twin) await this.#backend.fetch(twin);
    if (fault === 'lost answer') throw new TypeError('fetch failed');
    return fault === 'half an answer' ? broken(answer) : answer;
  }
}

/** An answer whose body breaks off, as a connection that is reset does. */
async function broken(answer: Response): Promise<Response> {
  const bytes = new TextEncoder().encode(await answer.text());
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.slice(0, Math.floor(bytes.length / 2)));
    },
    pull(controller) {
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, { status: answer.status, headers: answer.headers });
}
