// A carriage return at the very end may be half of a line end: it waits for the next piece.
const LINE_END = /\r\n|\n|\r(?=[^\n])/;

/**
 * The data of server-sent events as they come, however they are cut. By hand, for `EventSource` can send no credential.
 * `heard` is told of every piece, also of comments that only keep the line open. Ends when the signal aborts.
 */
export async function* readMessages(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  signal: AbortSignal,
  heard: () => void,
): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const hangUp = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', hangUp);
  if (signal.aborted) hangUp();
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      const lines = (rest + decoder.decode(value, { stream: true })).split(LINE_END);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line.startsWith('data:')) data.push(line.slice(line.startsWith('data: ') ? 6 : 5));
        if (line !== '' || data.length === 0) continue;
        yield data.join('\n');
        data = [];
      }
    }
  } finally {
    signal.removeEventListener('abort', hangUp);
    hangUp();
  }
}
