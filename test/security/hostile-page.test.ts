import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { resolveBrowser } from '../../scripts/browser.mjs';
import { readEnvironment } from '../../packages/server/src/node/environment.ts';
import { listen, type Listening } from '../../packages/server/src/node/listen.ts';
import { testApp } from '../../packages/server/src/testing/app.ts';
import { serve, type Served } from '../lib/serve.ts';
import { EMAILS, sessionToken } from './credentials.ts';
import { type Played, playTo, sidesOf } from './stages.ts';

/** A page of another site whose script was there before any of ours, and holds whatever a page can hold. */
const HOSTILE_PAGE = `<!doctype html><html lang="en"><title>Win a prize</title><body>
<form id="fetch"></form>
<script>
  const { fetch: real, Promise: RealPromise } = window;
  window.stolen = [];
  window.fetch = (input, init) => { window.stolen.push(String(input.url ?? input)); return real(input, init); };
  Element.prototype.attachShadow = function () { return this; };
  JSON.parse = (parse => (...args) => { const value = parse(...args); window.stolen.push(value); return value; })(JSON.parse);
  Array.prototype.toJSON = function () { return [...this]; };
  window.Promise = class extends RealPromise { then(...args) { window.stolen.push('then'); return super.then(...args); } };
  window.ask = async (url, init) => {
    try {
      const response = await real(url, init);
      const text = await response.text();
      return [response.status, (text.match(/"code":"(\\w+)"/) ?? [])[1] ?? ''];
    } catch { return [0, 'blocked']; }
  };
</script></body></html>`;

const MONEY = [
  ['accept', { termsHash: '0'.repeat(64), signature: 'Kim Arden' }],
  ['fund', { scope: 'next', paymentMethod: 'pm_sim_success_visa', consentToken: 'cns_stolen_stolen_stolen' }],
  [
    'milestones/MILESTONE/approve',
    { amount: { amount: 50_000, currency: 'USD' }, consentToken: 'cns_stolen_stolen_stolen' },
  ],
  [
    'end-by-client',
    { reason: 'x', pay: { amount: 50_000, currency: 'USD' }, consentToken: 'cns_stolen_stolen_stolen' },
  ],
  ['end-by-freelancer', { reason: 'x', consentToken: 'cns_stolen_stolen_stolen' }],
  ['escrow-refund/approve', { consentToken: 'cns_stolen_stolen_stolen' }],
  ['previews', { command: 'contracts.fund', scope: 'next' }],
] as const;

describe('A hostile page', () => {
  let browser: Browser;
  let backend: Listening;
  let elsewhere: Served;
  let page: Page;
  let played: Played;
  let hostileUrl: string;

  before(async () => {
    const app = await testApp();
    played = await playTo(app, sidesOf(app, EMAILS.freelancer, EMAILS.client), 'requested', EMAILS.client);
    const environment = readEnvironment({ PORT: '0', HOST: '127.0.0.1' });
    backend = await listen(app.app, environment, () => undefined);
    elsewhere = await serve((_, response) => {
      response.setHeader('content-type', 'text/html').end(HOSTILE_PAGE);
    });
    // The name differs, so that for the browser it is another site.
    hostileUrl = elsewhere.url.replace('127.0.0.1', 'localhost');
    browser = await chromium.launch(await resolveBrowser());
    const context = await browser.newContext();
    const value = await app.sessionFor('client', EMAILS.client);
    await context.addCookies([{ name: 'handsel', value, url: backend.url, httpOnly: true, sameSite: 'Lax' }]);
    page = await context.newPage();
    await page.goto(hostileUrl);
  });

  after(async () => {
    const contract = await played.sides.client.contracts.retrieve(played.contractId as `ctr_${string}`);
    assert.deepEqual([contract.status, contract.figures.paid.amount], ['active', 0]);
    assert.deepEqual(await played.app.audit(), []);
    await browser.close();
    await backend.close();
    elsewhere.close();
    await played.app.close();
  });

  const ask = (path: string, init: object): Promise<[number, string]> =>
    page.evaluate(
      ([url, options]) =>
        (window as unknown as { ask: (...args: unknown[]) => Promise<[number, string]> }).ask(url, options),
      [`${backend.url}/v1/contracts/${played.contractId}/${path}`, init] as const,
    );

  const commands = () => MONEY.map(([path, body]) => [path.replace('MILESTONE', played.milestoneId), body] as const);

  const headers = { 'content-type': 'application/json', 'idempotency-key': 'hostile-page-of-the-test' };

  /** Whoever sends this is refused whatever it orders, each time with this code. */
  const isRefused = async (authorization: string, code: string) => {
    for (const [path, body] of commands()) {
      const init = { method: 'POST', headers: { ...headers, authorization }, body: JSON.stringify(body) };
      assert.deepEqual(await ask(path, init), [403, code], path);
    }
  };

  for (const role of ['client', 'freelancer'] as const) {
    it(`that holds the ${role}’s embedded session moves no money and signs nothing`, async () => {
      const { app, contractId } = played;
      const token = await sessionToken(app, { kind: 'embedded', role, email: EMAILS[role], contractId });
      const authorization = `Bearer ${token}`;
      await isRefused(authorization, 'CALLER_NOT_ALLOWED');
      const [status] = await ask('events', { headers: { authorization } });
      assert.equal(status, 200, 'The session itself was good.');
    });
  }

  it('that holds the publishable key does no better', async () => {
    const authorization = `Bearer ${played.app.first.publishableKey}`;
    await isRefused(authorization, 'CALLER_NOT_ALLOWED');
  });

  it('that holds a hosted session is refused all the same', async () => {
    const authorization = `Bearer ${await played.app.sessionFor('client', EMAILS.client)}`;
    await isRefused(authorization, 'ORIGIN_DENIED');
  });

  it('cannot ride on the cookie of who is signed in at the backend', async () => {
    for (const credentials of ['include', 'same-origin'] as const) {
      for (const [path, body] of commands()) {
        const [status] = await ask(path, { method: 'POST', credentials, headers, body: JSON.stringify(body) });
        assert.ok(status === 0 || status === 401, `${path}: ${status}`);
        const simple = { method: 'POST', credentials, mode: 'no-cors', body: JSON.stringify(body) };
        assert.deepEqual((await ask(path, simple))[0], 0, path);
      }
    }
  });

  it('cannot send a form to our pages in the name of who is signed in', async () => {
    const { contractId } = played;
    const [answer] = await Promise.all([
      page.waitForResponse(`${backend.url}/review/${contractId}`),
      page.evaluate((action) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action });
        for (const [name, value] of [
          ['do', 'approve'],
          ['amount', '500.00'],
        ] as const) {
          form.append(Object.assign(document.createElement('input'), { name, value }));
        }
        document.body.append(form);
        form.submit();
      }, `${backend.url}/review/${contractId}`),
    ]);
    assert.ok(answer.status() >= 400, `The form was answered with ${answer.status()}.`);
    await page.waitForURL(`${backend.url}/review/${contractId}`);
    await page.goto(hostileUrl);
  });

  it('cannot frame our pages', async () => {
    const url = `${backend.url}/review/${played.contractId}`;
    // Asked for top level, the page is there: what follows is not empty for another reason.
    const own = await page.context().newPage();
    await own.goto(url);
    assert.match(await own.content(), /Website redesign/);
    await own.close();
    await page.evaluate(
      (src) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.addEventListener('load', resolve);
          frame.src = src;
          document.body.append(frame);
        }),
      url,
    );
    const [frame] = page.frames().filter((each) => each !== page.mainFrame());
    assert.ok(frame);
    assert.doesNotMatch(await frame.content(), /Website redesign/);
    assert.match(frame.url(), /^chrome-error:/);
  });
});
