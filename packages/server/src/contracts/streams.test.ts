import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { setImmediate as nextTick } from 'node:timers/promises';
import { MOST_STREAMS } from '../http/limits.ts';
import { ORIGIN, testApp } from '../testing/app.ts';
import { bearer } from '../testing/ask.ts';
import { both, sendOffer } from '../testing/offer.ts';

async function streaming(t: TestContext) {
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
    let listens = status === 200;
    // The first word is the stream's own; with the second somebody listens.
    for (let words = 0; listens && words < 2; words++) listens = (await reader?.read())?.done === false;
    return { status, listens, close: async () => reader?.cancel() };
  };
  return { app, open };
}

describe('Live streams', () => {
  it('are held by one credential as often as it has tabs, and again when one is closed', async (t) => {
    const { app, open } = await streaming(t);
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

  it('are not held more often when all of them are begun at once', async (t) => {
    const { app, open } = await streaming(t);
    const busy = Promise.withResolvers<void>();
    const holding = app.store.write(() => busy.promise);
    const opening = Promise.all(Array.from({ length: MOST_STREAMS + 10 }, () => open()));
    // Until all of them wait for the same store: then each is let in before any of them is held.
    for (let n = 0; n < 100; n++) await nextTick();
    busy.resolve();
    await holding;
    const begun = await opening;
    for (const { close } of begun) await close();
    assert.equal(begun.filter(({ listens }) => listens).length, MOST_STREAMS);
  });
});
