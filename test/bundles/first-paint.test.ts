import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openSite, type Site } from '../play/site.ts';

/** Most bytes on the wire before the form can be read, from the backend itself. */
const MOST = 20_000;

describe('The form on a portfolio page', () => {
  let site: Site;
  let page: Page;
  const asked: string[] = [];

  before(async () => {
    site = await openSite();
    page = await site.person();
    page.on('request', (request) => asked.push(request.url()));
  });
  after(() => site.close());

  it('is painted after one request for it', async () => {
    // Whatever comes later is held back, so that what is painted came with the one file.
    await page.route('**/elements/*', (route) =>
      /\/(contract-form|launcher)\.js$/.test(route.request().url()) ? route.continue() : route.abort(),
    );
    await page.goto(`${site.url}/examples/portfolio/`);
    await page.getByRole('heading', { name: 'Ask for a contract' }).waitFor();
    await page.getByLabel('Your name').fill('Kim Arden');
  });

  it('costs at most 20 kB on the wire until then', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    const sized = await page.request.fetch(`${site.url}/elements/contract-form.js`, { headers, maxRedirects: 0 });
    assert.equal(sized.headers()['content-encoding'], 'gzip');
    const wire = Number(sized.headers()['content-length']);
    assert.ok(wire > 0 && wire <= MOST, `${wire} bytes`);
  });

  it('asks no other host for anything', () => {
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(`${site.url}/`)),
      [],
    );
  });

  it('is not sent again to somebody who has it', async () => {
    const first = await fetch(`${site.url}/elements/contract-form.js`);
    const etag = first.headers.get('etag') ?? '';
    const again = await fetch(`${site.url}/elements/contract-form.js`, { headers: { 'If-None-Match': etag } });
    assert.equal(again.status, 304);
  });
});
