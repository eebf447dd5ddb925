import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPERATION_NAMES } from '@handsel/protocol/backend';
import { ORIGIN, testApp } from '../testing/app.ts';
import { fileAt } from './files.ts';
import { stage } from './testing/stage.ts';

describe('Beside the API', () => {
  it('health says whether the store answers', async () => {
    const { app, close } = await testApp();
    const well = await app.fetch(new Request(`${ORIGIN}/healthz`));
    assert.deepEqual([well.status, await well.json()], [200, { status: 'ok' }]);
    await close();
    assert.equal((await app.fetch(new Request(`${ORIGIN}/healthz`))).status, 503);
  });

  it('a page that cannot be made says so, and the log holds no words of people', async () => {
    const lines: unknown[] = [];
    const { app, close } = await testApp({ log: (...line) => lines.push(line) });
    await close();
    const page = await app.fetch(new Request(`${ORIGIN}/dev/outbox/mail_1`));
    assert.equal(page.status, 500);
    assert.match(await page.text(), /Nothing was sent or charged/);
    assert.deepEqual(lines, [['error', 'a page failed', { error: 'Error' }]]);
  });

  it('the reference tells of every operation, and every link in it leads somewhere', async (t) => {
    const { stranger } = await stage(t);
    const reader = stranger();
    const { html, headers } = await reader.open('/docs');
    for (const name of OPERATION_NAMES) assert.ok(html.includes(`id="${name}"`), name);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(target), target);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; style-src 'self'/);
    assert.doesNotMatch(html, /<script| style="|undefined|\[object/);
  });

  it('the document for machines names this backend', async (t) => {
    const { stranger } = await stage(t);
    const { html } = await stranger().open('/openapi.json');
    const document: unknown = JSON.parse(html);
    assert.partialDeepStrictEqual(document, { openapi: '3.1.1', servers: [{ url: ORIGIN }] });
  });

  it('what is not here is said in the language of whoever asks', async (t) => {
    const { stranger, backend } = await stage(t);
    const reader = stranger();
    const page = await reader.open('/contracts/none/of/it');
    assert.deepEqual([page.status, page.headers.get('content-type')], [404, 'text/html; charset=utf-8']);
    assert.match(reader.text, /This page is not here/);
    for (const [path, accept] of [
      ['/v1/nothing', '*/*'],
      ['/v2/contracts', '*/*'],
      ['/api/contracts', 'text/html'],
      ['/nothing', 'application/json'],
    ] as const) {
      const response = await backend.fetch(new Request(ORIGIN + path, { headers: { accept } }));
      assert.equal(response.status, 404);
      assert.equal(response.headers.get('content-type'), 'application/problem+json', path);
    }
  });

  it('an example page may run its own script and nothing foreign, and a folder has a slash', async () => {
    const assets = (path: string) => {
      const page = path === '/examples/portfolio/' || path === '/examples/portfolio/index.html';
      const type = page ? 'text/html; charset=utf-8' : 'text/javascript';
      const found = page || path === '/elements/handsel.js';
      return Promise.resolve(
        found ? new Response('…', { headers: { 'content-type': type, 'x-frame-options': 'DENY' } }) : undefined,
      );
    };
    const folder = await fileAt(assets, '/examples/portfolio', new Headers());
    assert.deepEqual([folder?.status, folder?.headers.get('location')], [308, '/examples/portfolio/']);
    const page = await fileAt(assets, '/examples/portfolio/', new Headers());
    assert.match(
      page?.headers.get('content-security-policy') ?? '',
      /script-src 'self'.*require-trusted-types-for 'script'/,
    );
    assert.equal(page?.headers.get('x-frame-options'), null);
    assert.equal((await fileAt(assets, '/elements/handsel.js', new Headers()))?.headers.get('x-frame-options'), 'DENY');
    assert.equal(await fileAt(assets, '/elements/none.js', new Headers()), undefined);
    assert.equal(await fileAt(assets, '/nowhere', new Headers()), undefined);
  });
});
