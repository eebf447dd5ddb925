import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { resolveBrowser } from '../../scripts/browser.mjs';
import { serve } from '../lib/serve.ts';

const SCRIPT = `
  import { connect } from '@handsel/core/call';
  import { retrieveProfile } from '@handsel/protocol/operations';
  const call = connect({ backend: location.origin, key: 'pk_test_1' });
  window.ask = () => call(retrieveProfile).then(() => 'answered', ({ code }) => code);
`;

/** The files of a page, as a bundler that splits makes them. */
async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    stdin: { contents: SCRIPT, resolveDir: fileURLToPath(new URL('.', import.meta.url)), sourcefile: 'page.js' },
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: '/',
    entryNames: 'page',
    write: false,
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replaceAll('\\', '/').replace(/^.*\//, '/'), text]));
}

/** A site that holds a page and a backend that knows nothing; while it is `broken`, what is loaded late is cut off. */
async function site() {
  const files = await bundle();
  const asked: string[] = [];
  const state = { broken: true };
  const served = await serve(({ url = '/' }, response) => {
    const path = url.replace(/\?.*/, '');
    const file = path === '/' ? '<!doctype html><script type="module" src="/page.js"></script>' : files.get(path);
    asked.push(path.replace(/-\w+\.js$/, '.js'));
    if (state.broken && path.startsWith('/http-')) return void response.destroy();
    if (file !== undefined) {
      response.setHeader('Content-Type', path === '/' ? 'text/html' : 'text/javascript');
      return void response.end(file);
    }
    response.writeHead(404, { 'Content-Type': 'application/problem+json' });
    response.end(JSON.stringify({ type: 'about:blank', title: 'Nothing', status: 404, code: 'NOT_FOUND' }));
  });
  return { asked, state, ...served };
}

describe('A page whose line breaks while ky is loaded', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch(await resolveBrowser());
  });
  after(() => browser.close());

  it('can make its call when the line is back, without being loaded anew', async () => {
    const { asked, state, url, close } = await site();
    try {
      const page = await browser.newPage();
      const ask = () => page.evaluate<string>('window.ask()');
      await page.goto(url);
      await page.waitForFunction('window.ask');
      assert.ok(!asked.includes('/http.js'), 'Nothing is loaded before it is needed.');
      assert.deepEqual([await ask(), await ask()], ['NO_ANSWER', 'NO_ANSWER']);
      assert.ok(!asked.includes('/v1/profile'), 'Nothing is sent.');
      state.broken = false;
      assert.deepEqual([await ask(), await ask()], ['NOT_FOUND', 'NOT_FOUND']);
    } finally {
      close();
    }
  });
});
