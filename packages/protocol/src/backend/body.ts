import { Refusal } from '../errors.ts';

/** The most bytes a body may have. */
export const MAX_BODY_BYTES = 256 * 1024;
/** How deep a body may nest. */
export const MAX_JSON_DEPTH = 20;

const JSON_TYPE = /^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i;
const UNREADABLE = 'The body broke off before its end.';

/** The JSON value a request carries; an empty object when it carries nothing. @throws {Refusal} */
export async function readBody(request: Request, takesInput: boolean): Promise<unknown> {
  const type = request.headers.get('content-type');
  const encoding = request.headers.get('content-encoding');
  // A form of another site can send no such type; that is why it is asked for even where the body is empty.
  if (takesInput || type !== null) {
    if (!JSON_TYPE.test(type ?? '')) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  }
  if (encoding !== null && encoding !== 'identity') throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  const text = decode(await readBytes(request));
  if (text.trim() === '') return {};
  if (type === null) throw new Refusal('UNSUPPORTED_MEDIA_TYPE');
  if (isTooDeep(text)) {
    throw new Refusal('MALFORMED', { detail: `The body is nested deeper than ${MAX_JSON_DEPTH} levels.` });
  }
  return parse(text);
}

/** The bytes a request carries, as they came; read no further than they may go. @throws {Refusal} */
export async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer>[]> {
  if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) throw new Refusal('TOO_LARGE');
  const body: ReadableStream<Uint8Array<ArrayBuffer>> | null | undefined = request.body;
  if (body === null) return [];
  // Firefox has no `Request.body`; there the app runs in a tab, and nobody sends more than fits.
  if (body === undefined) return [limited(new Uint8Array(await request.arrayBuffer()), 0)];
  const reader = body.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return pieces;
      pieces.push(limited(value, size));
      size += value.byteLength;
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error instanceof Refusal ? error : new Refusal('MALFORMED', { detail: UNREADABLE });
  }
}

function limited(piece: Uint8Array<ArrayBuffer>, before: number): Uint8Array<ArrayBuffer> {
  if (before + piece.byteLength > MAX_BODY_BYTES) throw new Refusal('TOO_LARGE');
  return piece;
}

function decode(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    return pieces.map((piece) => decoder.decode(piece, { stream: true })).join('') + decoder.decode();
  } catch {
    throw new Refusal('MALFORMED', { detail: 'The body is not UTF-8.' });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('MALFORMED');
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

// Before it is parsed, for parsers of some engines fall over what is nested a hundred thousand times.
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted) at += code === BACKSLASH ? 1 : 0;
    else if (code === OPEN_LIST || code === OPEN_OBJECT) depth += 1;
    else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}
