/** What a page has sent: `POST /v1/contracts/:id/send`, with its body, and under which key. */
export interface Sent {
  readonly line: string;
  readonly key: string | null;
  readonly body: unknown;
}

/** Anything that answers requests. */
interface Answering {
  fetch(request: Request): Promise<Response>;
}

/** Passes everything on to a backend, and keeps what was written to it. Accidents are the sandbox's own. */
export class Overheard implements Answering {
  /** Every write as it left the page, the client's own repetitions too; oldest first. */
  readonly writes: Sent[] = [];
  readonly #backend: Answering;

  constructor(backend: Answering) {
    this.#backend = backend;
  }

  async fetch(request: Request): Promise<Response> {
    if (request.method !== 'GET') this.writes.push(await sentBy(request.clone()));
    return this.#backend.fetch(request);
  }

  /** The lines alone. */
  get lines(): string[] {
    return this.writes.map(({ line }) => line);
  }

  /** The different keys under which something was sent. */
  keysOf(line: string): (string | null)[] {
    return [...new Set(this.writes.filter((sent) => sent.line === line).map(({ key }) => key))];
  }
}

async function sentBy(request: Request): Promise<Sent> {
  const path = new URL(request.url).pathname.replace(/[a-z]+_[0-9a-f-]+/g, ':id');
  const text = await request.text();
  return {
    line: `${request.method} ${path}`,
    key: request.headers.get('Idempotency-Key'),
    body: text === '' ? undefined : JSON.parse(text),
  };
}
