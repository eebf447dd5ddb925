const MOST_BYTES = 256 * 1024;

/** What somebody sent with a plain form. */
export class Form {
  readonly #fields: URLSearchParams;

  constructor(fields: URLSearchParams = new URLSearchParams()) {
    this.#fields = fields;
  }

  /** The text of a field as people meant it: lines end with one sign, and nothing stands around it. */
  text(name: string): string {
    return (this.#fields.get(name) ?? '').replaceAll('\r\n', '\n').trim();
  }

  /** The text of a field, or undefined when it is empty. */
  filled(name: string): string | undefined {
    return this.text(name) || undefined;
  }

  /** What the pressed button or its form asks for. */
  get wish(): string {
    return this.text('do');
  }

  /** Names the intent: the same form sent twice has its effect once. */
  get key(): string {
    return this.text('key');
  }
}

/** Reads a form; undefined for anything that is none, or is too large for one. */
export async function readForm(request: Request): Promise<Form | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return undefined;
  const text = await limitedText(request);
  return text === undefined ? undefined : new Form(new URLSearchParams(text));
}

async function limitedText(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length')) > MOST_BYTES) return undefined;
  const body: ReadableStream<Uint8Array> | null | undefined = request.body;
  if (body === null) return '';
  if (body === undefined) return request.text();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = '';
  for (let size = 0; size <= MOST_BYTES;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    size += value.byteLength;
  }
  await reader.cancel();
  return undefined;
}
