/** A backend that answers requests itself. */
interface Answering {
  fetch(request: Request): Promise<Response>;
}

/** What went over the network: `POST /v1/contracts`, and under which key. */
export interface Sent {
  readonly line: string;
  readonly key: string | null;
}

/** A problem as a backend writes it. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** The network between a page and a real backend, with the accidents of a real one. */
export class Network implements Answering {
  /** Everything that was sent and is a write, oldest first. */
  readonly writes: Sent[] = [];
  readonly #backend: Answering;
  #losing = '';
  #refusing: (Refused & { readonly path: string }) | undefined;

  constructor(backend: Answering) {
    this.#backend = backend;
  }

  /** The next answer to such a request does not arrive, though the backend has carried it out. */
  loseAnswer(path: string): void {
    this.#losing = path;
  }

  /** The next such request is refused before it reaches the backend: a gateway, an expired session. */
  refuse(path: string, refused: Refused): void {
    this.#refusing = { path, ...refused };
  }

  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const line = `${request.method} ${pathname.replace(/ctr_[^/]+/, ':id')}`;
    if (request.method !== 'GET') this.writes.push({ line, key: request.headers.get('Idempotency-Key') });
    const refusing = this.#refusing;
    if (refusing && line === refusing.path) {
      this.#refusing = undefined;
      const { path: _path, ...problem } = refusing;
      const body = JSON.stringify({ type: 'about:blank', title: problem.code, ...problem });
      return new Response(body, {
        status: problem.status,
        headers: { 'Content-Type': 'application/problem+json' },
      });
    }
    const answer = await this.#backend.fetch(request);
    if (line !== this.#losing) return answer;
    // The client repeats a lost write by itself; this one stays lost until the person presses again.
    if (this.writes.filter((sent) => sent.line === line).length >= 3) this.#losing = '';
    throw new TypeError('fetch failed');
  }
}
