import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { OutgoingMail } from '../mail/transport.ts';
import { claimJobs } from '../store/jobs.ts';
import { testApp, type TestAppOptions } from '../testing/app.ts';
import { both, sendOffer } from '../testing/offer.ts';
import { reachDeadline } from './deadlines.ts';

async function open(t: TestContext, options: TestAppOptions = {}) {
  const app = await testApp(options);
  t.after(() => app.close());
  const { robin } = await both(app);
  /** How many mails of one kind there are. */
  const mailed = async (template: string) => (await app.mails()).filter((mail) => mail.template === template).length;
  return { app, robin, mailed };
}

const DAY = 24;

describe('A reminder', () => {
  it('comes once, though a second worker took it over while the first was held up', async (t) => {
    const { app, robin, mailed } = await open(t);
    await sendOffer({ robin });
    const late = '2026-12-20T14:20:00.000Z';
    const claim = (now: string, lease: string) =>
      app.store.write((tx) => claimJobs(tx, { now, lease, limit: 20 })).then(([job]) => job);
    const held = await claim(late, 'lse_first');
    const taken = await claim('2026-12-20T14:21:00.000Z', 'lse_second');
    assert.ok(held && taken);
    assert.equal(held.id, taken.id);
    await app.advance(26 * DAY + 23);
    const before = await mailed('deadline_offer');
    await reachDeadline(app.world, taken);
    await reachDeadline(app.world, held);
    assert.equal((await mailed('deadline_offer')) - before, 1);
  });

  it('is not sent when the deadline itself has come: after a standstill of days nobody is told of days', async (t) => {
    const { app, robin, mailed } = await open(t);
    await sendOffer({ robin });
    await app.advance(31 * DAY);
    assert.deepEqual([await mailed('deadline_offer'), await mailed('contract_expired')], [0, 1]);
  });
});

describe('Work that somebody else may have taken over', () => {
  it('is not begun: what waits behind a slow mail server is left to others', async (t) => {
    const sent: OutgoingMail[] = [];
    const { app, robin } = await open(t, {
      mail: async (mail) => {
        sent.push(mail);
        if (sent.length > 1) return;
        // This one mail takes over a minute; meanwhile another process takes what was not begun, and sends it.
        for (let n = 0; n < 2; n++) await sendOffer({ robin });
        await app.advance(0.02);
      },
    });
    for (let n = 0; n < 3; n++) await sendOffer({ robin });
    await app.app.runDueJobs();
    const ids = sent.slice(1).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, 'A mail was sent twice.');
  });
});
