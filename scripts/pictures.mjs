// Takes the pictures of the README from the running product: `npm run pictures`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@handsel/core';
import { codeIn, mailTo, openSite } from '../test/play/site.ts';
import { root } from './lib/runtime.mjs';

const FOLDER = join(root, 'docs/pictures');
const usd = (amount) => ({ amount, currency: 'USD' });
const MILESTONES = [
  { title: 'Wireframes and page structure', amount: usd(1200_00), dueOn: null },
  { title: 'Visual design', amount: usd(1800_00), dueOn: null },
  { title: 'Build and launch', amount: usd(1800_00), dueOn: null },
];

async function contractInWork(site) {
  const robin = createClient({ backend: site.url, key: site.secretKey });
  const draft = await robin.contracts.create({
    client: { email: 'kim@arden.example', name: 'Kim Arden' },
    title: 'Website redesign',
    description: 'Five pages for a ceramics shop, written, designed and built.',
    currency: 'USD',
    milestones: MILESTONES,
  });
  await robin.contracts.send(draft.id, { termsHash: draft.terms.hash, signature: 'Robin Vale' });
  return { robin, id: draft.id };
}

async function signIn(site, outbox, page, address, path) {
  await page.goto(site.url + path);
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'E-mail me a code' }).click();
  const field = page.getByLabel('Code from the e-mail');
  await field.waitFor();
  await field.fill(codeIn(await mailTo(outbox, site.url, address, 'Your code')));
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function payFirst(page) {
  await page.getByLabel('Client: type your full name to sign').fill('Kim Arden');
  await page.getByRole('button', { name: 'Sign and accept' }).click();
  await page.getByRole('button', { name: 'Pay $1,200.00 into escrow' }).click();
  await page.getByText('$1,200.00 is in escrow').first().waitFor();
}

const site = await openSite();
try {
  mkdirSync(FOLDER, { recursive: true });
  const [visitor, outbox, kim, robin] = await Promise.all(Array.from({ length: 4 }, () => site.person()));
  await visitor.goto(`${site.url}/examples/portfolio/`);
  await visitor.getByLabel('What are you making?').fill('A website for our new sailing school');
  await visitor.screenshot({ path: join(FOLDER, 'portfolio.png'), fullPage: true });
  const { id } = await contractInWork(site);
  await signIn(site, outbox, kim, 'kim@arden.example', `/review/${id}`);
  await payFirst(kim);
  await signIn(site, outbox, robin, 'robin@vale.example', `/contracts/${id}`);
  await robin.getByRole('button', { name: 'Request Payment' }).waitFor();
  await robin.screenshot({ path: join(FOLDER, 'workroom.png'), fullPage: true });
} finally {
  await site.close();
}
