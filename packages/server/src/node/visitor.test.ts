import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../testing/app.ts';
import { readEnvironment } from './environment.ts';
import { listen } from './listen.ts';
import { visitorOf } from './visitor.ts';

async function open(t: TestContext, env: Record<string, string>) {
  const app = await testApp();
  const environment = readEnvironment({ PORT: '0', HOST: '127.0.0.1', ...env });
  const { url, close } = await listen(app.app, environment, () => undefined);
  t.after(async () => {
    await close();
    await app.close();
  });
  /** How often somebody whom the proxy sees at this address may try to sign in. */
  return async (forwarded: string): Promise<number> => {
    for (let tries = 0; ; tries++) {
      const answer = await fetch(`${url}/v1/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
        body: JSON.stringify({ email: 'ivo@elm.example', code: '000000' }),
      });
      await answer.text();
      if (answer.status === 429) return tries;
    }
  };
}

describe('Who visits', () => {
  it('behind a proxy is who the proxy has seen: one visitor does not keep the others from signing in', async (t) => {
    const tries = await open(t, { HANDSEL_PROXIES: '1' });
    assert.equal(await tries('192.0.2.1'), 30);
    assert.equal(await tries('192.0.2.2'), 30);
    assert.equal(await tries('198.51.100.7, 192.0.2.2'), 0, 'What stands before is what the visitor says.');
  });

  it('without a proxy is who connects, whatever the header says', async (t) => {
    const tries = await open(t, {});
    assert.equal(await tries('192.0.2.1'), 30);
    assert.equal(await tries('192.0.2.2'), 0);
  });

  it('has a whole network of IPv6 addresses and is counted once', () => {
    const alike = [
      '2001:db8:0:7::1',
      '2001:db8:0:7:ffff:ffff:ffff:ffff',
      '2001:0DB8:0000:0007::2',
      '[2001:db8:0:7::3]:51000',
    ];
    for (const address of alike) assert.equal(visitorOf('127.0.0.1', address, 1), '2001:db8:0:7::/64');
    assert.equal(visitorOf('2001:db8::1', null, 0), '2001:db8:0:0::/64');
    assert.equal(visitorOf('2001:db8:0:8::1', null, 0), '2001:db8:0:8::/64');
    assert.equal(visitorOf('::ffff:192.0.2.1', null, 0), '192.0.2.1');
    assert.equal(visitorOf('127.0.0.1', '192.0.2.1:51000', 1), '192.0.2.1');
  });

  it('is who connects where the proxy says nothing that is an address', () => {
    assert.equal(visitorOf('10.0.0.2', null, 1), '10.0.0.2');
    assert.equal(visitorOf('10.0.0.2', 'unknown', 1), '10.0.0.2');
    assert.equal(visitorOf('10.0.0.2', '192.0.2.1, unknown', 1), '10.0.0.2');
    assert.equal(visitorOf('10.0.0.2', '192.0.2.1', 2), '192.0.2.1');
    assert.equal(visitorOf(undefined, null, 0), 'unknown');
  });
});
