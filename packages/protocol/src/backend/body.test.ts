import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backendOf, type Asking } from '../testing/asked.ts';
import { contractOf } from '../testing/samples.ts';
import { MAX_BODY_BYTES, MAX_JSON_DEPTH, readBody } from './body.ts';

const { ask } = backendOf(
  { 'contracts.decline': () => contractOf(), 'contracts.resend': () => contractOf() },
  { caller: { kind: 'hosted', role: 'client' } },
);

/** What comes of a body that is sent to decline a contract. */
async function send(asking: Asking): Promise<string> {
  const { status, problem } = await ask('POST', '/v1/contracts/ctr_1/decline', asking);
  return status === 200 ? 'taken' : `${status} ${problem.code}`;
}
const typed = (type: string) => ({ body: '{}', headers: { 'Content-Type': type } });

describe('a body', () => {
  it('is JSON, in UTF-8, and says so', async () => {
    for (const type of [
      'application/json',
      'Application/JSON',
      'application/json; charset=utf-8',
      'application/json;charset="UTF-8"',
    ]) {
      assert.equal(await send(typed(type)), 'taken', type);
    }
  });

  it('of a form of another site is refused', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      'application/jsonp',
      'text/json',
      'application/json; charset=latin1',
      '',
    ]) {
      assert.equal(await send(typed(type)), '415 UNSUPPORTED_MEDIA_TYPE', type);
    }
    assert.equal(await send({}), '415 UNSUPPORTED_MEDIA_TYPE');
    assert.equal(
      await send({ ...typed('application/json'), headers: { 'Content-Encoding': 'gzip' } }),
      '415 UNSUPPORTED_MEDIA_TYPE',
    );
  });

  it('may be left out where nothing is asked for, and must not be of a form even there', async () => {
    const { ask: askFreelancer } = backendOf({ 'contracts.resend': () => contractOf() });
    const resend = async (asking: Asking = {}) =>
      (await askFreelancer('POST', '/v1/contracts/ctr_1/resend', asking)).status;
    assert.equal(await resend(), 200);
    assert.equal(await resend({ body: {} }), 200);
    assert.equal(await resend({ body: 'a=b', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }), 415);
    assert.equal(await resend({ body: { reason: 'x' } }), 422);
  });

  it('that is no JSON is malformed', async () => {
    for (const body of ['{', '{"reason":}', 'reason=x', '{}{}', "{'reason':'x'}", 'NaN', '\u0000']) {
      assert.equal(await send({ body }), '400 MALFORMED', body);
    }
    assert.equal(await send({ body: '   ' }), 'taken');
    assert.equal(await send({ body: '\ufeff{}' }), 'taken');
  });

  it('that is no object is not what was asked for', async () => {
    for (const body of ['null', '[]', '"x"', '1', 'true']) assert.equal(await send({ body }), '422 VALIDATION', body);
  });

  it('is not larger than anybody needs', async () => {
    assert.equal(await send({ body: `{${' '.repeat(MAX_BODY_BYTES - 2)}}` }), 'taken');
    assert.equal(await send({ body: `{${' '.repeat(MAX_BODY_BYTES - 1)}}` }), '413 TOO_LARGE');
    assert.equal(await send({ body: '{}', headers: { 'Content-Length': '9999999' } }), '413 TOO_LARGE');
  });

  it('is not nested deeper than anybody needs', async () => {
    const nested = (levels: number) => `{"reason":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
    assert.equal(await send({ body: nested(MAX_JSON_DEPTH) }), '422 VALIDATION');
    assert.equal(await send({ body: nested(MAX_JSON_DEPTH + 1) }), '400 MALFORMED');
    assert.equal(await send({ body: nested(100_000) }), '400 MALFORMED');
    assert.equal(await send({ body: { reason: `"${'['.repeat(50)}\\"${'{'.repeat(50)}` } }), 'taken');
  });
});

describe('a body on its way', () => {
  const stream = (pieces: (Uint8Array | Error)[]) => {
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const piece = pieces.shift();
        if (piece instanceof Error) controller.error(piece);
        else if (piece) controller.enqueue(piece);
        else controller.close();
      },
    });
    return new Request('https://backend.example/', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'Content-Type': 'application/json' },
    } as RequestInit);
  };
  const bytes = (text: string) => new TextEncoder().encode(text);

  it('may come in pieces that end within a letter', async () => {
    const whole = bytes('{"reason":"é"}');
    assert.deepEqual(await readBody(stream([whole.slice(0, 12), whole.slice(12)]), true), { reason: 'é' });
  });

  it('without a type is refused, also where nothing is asked for', async () => {
    const request = new Request('https://backend.example/', { method: 'POST', body: new Uint8Array(bytes('{}')) });
    assert.equal(request.headers.get('content-type'), null);
    await assert.rejects(readBody(request, false), { code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('is refused when it is not UTF-8, breaks off, or never ends', async () => {
    const megabyte = () => new Uint8Array(100_000).fill(0x20);
    await assert.rejects(readBody(stream([new Uint8Array([...bytes('{"reason":"'), 0xff, ...bytes('"}')])]), true), {
      code: 'MALFORMED',
    });
    await assert.rejects(readBody(stream([bytes('{"reason":"'), new Uint8Array([0xc3])]), true), { code: 'MALFORMED' });
    await assert.rejects(readBody(stream([bytes('{'), new Error('line cut')]), true), { code: 'MALFORMED' });
    const pieces = Array.from({ length: 50 }, megabyte);
    await assert.rejects(readBody(stream(pieces), true), { code: 'TOO_LARGE' });
    assert.ok(pieces.length > 40, 'the rest was never read');
  });
});
