import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { serve, type Served } from '../lib/serve.ts';
import { openSite, type Site } from '../play/site.ts';

const GUIDE = readFileSync(new URL('../../docs/embedding.md', import.meta.url), 'utf8');
const NAMED = 'https://contracts.example';

/** The policy that the guide says is enough, on one line, with the backend of this test in the place of its example. */
function policyOf(backend: string): string {
  const [, policy = ''] = /^```\n(default-src .*?)\n```/ms.exec(GUIDE) ?? [];
  const [, named = ''] = /`(trusted-types [^`]+)`/.exec(GUIDE) ?? [];
  return `${policy.replaceAll('\n', ' ')}; ${named}`.replaceAll(NAMED, backend);
}

const pageOf = (backend: string, key: string) => `<!doctype html><html lang="en"><title>A site</title>
<script type="module" src="${backend}/elements/handsel.js"></script>
<handsel-contract-form as="client" backend="${backend}" key="${key}"></handsel-contract-form></html>`;

async function keyOf(backend: string): Promise<string> {
  const portfolio = await (await fetch(`${backend}/examples/portfolio/`)).text();
  return /pk_[\w-]+/.exec(portfolio)?.[0] ?? '';
}

describe('The policy that the guide to embedding names', () => {
  let site: Site;
  let elsewhere: Served;

  before(async () => {
    site = await openSite();
    const [policy, html] = [policyOf(site.url), pageOf(site.url, await keyOf(site.url))];
    elsewhere = await serve((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy }).end(html);
    });
  });
  after(async () => {
    elsewhere.close();
    await site.close();
  });

  it('lets a page of another site ask for a contract, and none of its rules is broken', async () => {
    const visitor = await site.person();
    await visitor.goto(elsewhere.url);
    await visitor.getByLabel('Your name').fill('Kim Arden');
    await visitor.getByLabel('E-mail address').fill('kim@arden.example');
    await visitor.getByLabel('What are you making?').fill('Website redesign');
    await visitor.getByLabel('Short description').fill('Five pages for our ceramics shop.');
    await visitor.getByRole('button', { name: 'Continue to budget' }).click();
    await visitor.getByText('One amount').click();
    await visitor.getByLabel(/^Amount/).fill('500');
    await visitor.getByRole('button', { name: 'Check and send' }).click();
    await visitor.getByRole('button', { name: 'Send request' }).click();
    await visitor.getByText('Request sent to Robin').waitFor();
    assert.deepEqual(site.complaints, []);
  });
});
