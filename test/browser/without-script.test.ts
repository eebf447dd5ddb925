import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Client, type ContractId, createClient } from '@handsel/core';
import type { Page } from 'playwright-core';
import { DRAFT } from '../play/contract.ts';
import { codeIn, mailTo, openSite, shoot, type Site } from '../play/site.ts';

const CLIENT = DRAFT.client.email;

describe('A client whose browser runs no script', () => {
  let site: Site;
  let kim: Page;
  let outbox: Page;
  let robin: Client;
  let id: ContractId;

  before(async () => {
    site = await openSite();
    [kim, outbox] = await Promise.all([site.person({ javaScriptEnabled: false }), site.person()]);
    robin = createClient({ backend: site.url, key: site.secretKey });
    const draft = await robin.contracts.create(DRAFT);
    ({ id } = await robin.contracts.send(draft.id, { termsHash: draft.terms.hash, signature: 'Robin Vale' }));
  });

  after(() => site.close());

  const mail = (word: string) => mailTo(outbox, site.url, CLIENT, word);
  const press = (name: string) => kim.getByRole('button', { name }).click();

  it('opens the invitation with a mailed code', async () => {
    const link = /https?:\/\/\S+\/invitation\/[\w-]+/.exec(await mail('offers you a contract'))?.[0] ?? '';
    await kim.goto(link);
    await press('E-mail me a code');
    await kim.getByLabel('Code from the e-mail').fill(codeIn(await mail('Your code')));
    await press('Open the contract');
    await kim.getByRole('heading', { name: 'Website redesign' }).first().waitFor();
    await shoot(kim, 'plain-1-offer');
  });

  it('signs', async () => {
    await press('Sign and accept');
    await kim.getByText('Type your name to sign').first().waitFor();
    await kim.getByLabel(/type your full name to sign/i).fill('Kim Arden');
    await press('Sign and accept');
    await kim.getByRole('heading', { name: 'Put $500.00 in escrow' }).waitFor();
    assert.equal((await robin.contracts.retrieve(id)).status, 'pending_funding');
    await shoot(kim, 'plain-2-fund');
  });

  it('pays into escrow, and is told when the card is declined', async () => {
    await kim.getByText('Card that is declined').click();
    await press('Pay $500.00 into escrow');
    await kim.getByText('Your card was declined').first().waitFor();
    await kim.getByText('Card that works').click();
    await press('Pay $500.00 into escrow');
    await kim.getByText('$500.00 is in escrow').first().waitFor();
    assert.equal((await robin.contracts.retrieve(id)).status, 'active');
  });

  it('approves what the freelancer asks for', async () => {
    const { currentMilestoneId } = await robin.contracts.retrieve(id);
    assert.ok(currentMilestoneId);
    await robin.paymentRequests.create(id, currentMilestoneId, { note: 'The pages are online.' });
    await kim.reload();
    await kim.getByText('The pages are online.').waitFor();
    await shoot(kim, 'plain-3-approve');
    await press('Approve and release $500.00');
    await kim.getByText('$500.00 (Paid)').first().waitFor();
    await shoot(kim, 'plain-4-paid');
    const { status, figures } = await robin.contracts.retrieve(id);
    assert.deepEqual([status, figures.paid.amount], ['completed', 500_00]);
  });
});
