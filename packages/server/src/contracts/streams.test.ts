import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MOST_STREAMS } from '../http/limits.ts';
import { ORIGIN, testApp } from '../testing/app.ts';
import { bearer } from '../testing/ask.ts';
import { both, sendOffer } from '../testing/offer.ts';

describe('Live streams', () => {
  it('are held by one credential as often as it has tabs, and again when one is closed', async (t) => {
    const app = await testApp();
    t.after(() => app.close());
    const contractId = await sendOffer(await both(app));
    const token = await app.sessionFor('freelancer');
    const url = `${ORIGIN}/v1/contracts/${contractId}/events/stream`;
    const open = async (credential = token) => {
      const leaving = new AbortController();
      const request = new Request(url, { headers: bearer(credential), signal: leaving.signal });
      const { status, body } = await app.backend.fetch(request);
      const reader = body?.getReader();
      // The first word is the stream's own; with the second somebody listens.
      for (let words = 0; status === 200 && words < 2; words++) await reader?.read();
      return { status, close: async () => reader?.cancel() };
    };
    const held = [];
    for (let n = 0; n < MOST_STREAMS; n++) held.push(await open());
    assert.deepEqual(new Set(held.map(({ status }) => status)), new Set([200]));
    assert.equal((await open()).status, 429);
    const other = await open(await app.sessionFor('freelancer'));
    assert.equal(other.status, 200);
    await held.pop()?.close();
    const again = await open();
    assert.equal(again.status, 200);
    for (const { close } of [...held, other, again]) await close();
  });
});
