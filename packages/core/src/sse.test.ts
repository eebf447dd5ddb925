import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMessages } from './sse.ts';

function streamOf(pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function messagesOf(text: string, size: number): Promise<string[]> {
  const bytes = new TextEncoder().encode(text);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < bytes.length; from += size) pieces.push(bytes.slice(from, from + size));
  const messages: string[] = [];
  const { signal } = new AbortController();
  for await (const message of readMessages(streamOf(pieces), signal, () => undefined)) messages.push(message);
  return messages;
}

describe('a stream of events', () => {
  const lines = [': hello', '', 'id: 1', 'event: x', 'data: {"name":"Zoë 🙂"}', '', 'data:two', 'data: lines', '', ''];

  for (const [name, end] of [
    ['line feeds', '\n'],
    ['carriage returns', '\r'],
    ['both', '\r\n'],
  ] as const) {
    it(`is read the same wherever it is cut, with ${name} at the ends of lines`, async () => {
      const text = `${lines.join(end)}data: a last one\n\n`;
      for (let size = 1; size <= 80; size += 1) {
        const messages = await messagesOf(text, size);
        assert.deepEqual(messages, ['{"name":"Zoë 🙂"}', 'two\nlines', 'a last one'], `cut after every ${size}`);
      }
    });
  }

  it('drops what was not finished', async () => {
    assert.deepEqual(await messagesOf('data: 1\n\ndata: 2\n', 100), ['1']);
  });

  it('hangs up when nobody reads any more', async () => {
    let reason: unknown = 'still open';
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
      cancel: () => void (reason = 'hung up'),
    });
    for await (const message of readMessages(body, new AbortController().signal, () => undefined)) {
      assert.equal(message, '1');
      break;
    }
    assert.equal(reason, 'hung up');
  });

  it('ends when it is aborted while nothing comes', async () => {
    const stop = new AbortController();
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>();
    const next = readMessages(body, stop.signal, () => undefined).next();
    stop.abort();
    assert.deepEqual(await next, { done: true, value: undefined });
  });
});
