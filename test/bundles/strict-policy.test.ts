import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { resolveBrowser } from '../../scripts/browser.mjs';
import { strictSite } from '../lib/strict-site.ts';

const CDN = fileURLToPath(new URL('../../packages/elements/cdn', import.meta.url));

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A careful site</title>
    <script type="module" src="/assets/handsel.js"></script>
  </head>
  <body>
    <handsel-provider backend="https://contracts.invalid" key="pk_test_1">
      <handsel-contract-form as="client"></handsel-contract-form>
      <handsel-milestone-editor></handsel-milestone-editor>
      <handsel-request-payment contract-id="ctr_1"></handsel-request-payment>
    </handsel-provider>
  </body>
</html>`;

describe('The script for pages that build nothing', () => {
  let browser: Browser;

  before(async () => {
    browser = await chromium.launch(await resolveBrowser());
  });
  after(() => browser.close());

  it('shows its elements under the strictest policy, and breaks none of its rules', async () => {
    const site = await strictSite(PAGE, CDN);
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (message) => {
        const text = message.text();
        // The backend of this page is nowhere, and the policy does not let it be asked either.
        if (message.type() === 'error' && !text.includes('contracts.invalid') && !text.includes('favicon'))
          complaints.push(text);
      });
      await page.goto(site.url);
      await page.getByRole('button', { name: 'Add a milestone' }).click();
      await page.getByLabel('Name', { exact: true }).first().fill('Wireframes');
      await page.getByRole('heading', { name: 'Ask for a contract' }).waitFor();
      assert.deepEqual(complaints, []);
    } finally {
      site.close();
    }
  });
});
