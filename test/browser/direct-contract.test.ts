import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { codeIn, mailTo, openSite, shoot, type Site } from '../play/site.ts';

const FREELANCER = 'robin@vale.example';
const CLIENT = 'kim@arden.example';

describe('A direct contract in a real browser', () => {
  let site: Site;
  let visitor: Page;
  let robin: Page;
  let kim: Page;
  let outbox: Page;

  before(async () => {
    site = await openSite();
    [visitor, robin, kim, outbox] = await Promise.all([site.person(), site.person(), site.person(), site.person()]);
  });

  after(() => site.close());

  const mail = (to: string, word: string) => mailTo(outbox, site.url, to, word);

  it('begins on a portfolio page: a visitor asks for a contract', async () => {
    await visitor.goto(`${site.url}/examples/portfolio/`);
    await visitor.getByLabel('Your name').fill('Kim Arden');
    await visitor.getByLabel('E-mail address').fill(CLIENT);
    await visitor.getByLabel('What are you making?').fill('Website redesign');
    await visitor.getByLabel('Short description').fill('Five pages for our ceramics shop.');
    await visitor.getByRole('button', { name: 'Continue to budget' }).click();
    await visitor.getByText('One amount').click();
    await visitor.getByLabel(/^Amount/).fill('500');
    await shoot(visitor, '01-budget');
    await visitor.getByRole('button', { name: 'Check and send' }).click();
    await shoot(visitor, '02-check');
    await visitor.getByRole('button', { name: 'Send request' }).click();
    await visitor.getByText('Request sent to Robin').waitFor();
    await shoot(visitor, '03-sent');
  });

  it('reaches the freelancer, who signs in by a mailed code', async () => {
    assert.match(await mail(FREELANCER, 'asks you for a contract'), /Kim Arden asked you for a contract/);
    await robin.goto(site.url);
    await robin.getByLabel('E-mail address').fill(FREELANCER);
    await robin.getByRole('button', { name: 'E-mail me a code' }).click();
    await robin.getByLabel('Code from the e-mail').waitFor();
    await robin.getByLabel('Code from the e-mail').fill(codeIn(await mail(FREELANCER, 'Your code')));
    await shoot(robin, '04-code');
    await robin.getByRole('button', { name: 'Sign in' }).click();
    await robin.getByText('Website redesign').first().waitFor();
    await shoot(robin, '05-list');
  });

  it('is edited, signed and sent by the freelancer', async () => {
    await robin.getByRole('link', { name: 'Website redesign' }).click();
    await robin.getByLabel('Short description').fill('Five pages, written and built.');
    await shoot(robin, '06-draft');
    await robin.getByRole('button', { name: 'Continue to amount' }).click();
    await shoot(robin, '07-amount');
    await robin.getByRole('button', { name: 'Continue to terms' }).click();
    await robin.getByLabel('Your own terms').fill('All rights go to you when you have paid.');
    await robin.getByRole('button', { name: 'Continue to review' }).click();
    await robin.getByLabel('Sign with your full name').fill('Robin Vale');
    await shoot(robin, '08-review');
    await robin.getByRole('button', { name: 'Sign and send' }).click();
    await robin.getByText(`Contract sent to ${CLIENT}`).waitFor();
    await robin.getByText('Wait for your client to accept and fund it before you start.').first().waitFor();
    await shoot(robin, '09-sent');
  });

  it('reaches the client by mail, who proves the address by a code', async () => {
    const text = await mail(CLIENT, 'offers you a contract');
    const link = /https?:\/\/\S+\/invitation\/[\w-]+/.exec(text)?.[0];
    assert.ok(link, text);
    await kim.goto(link);
    await kim.getByRole('button', { name: 'E-mail me a code' }).click();
    await kim.getByLabel('Code from the e-mail').waitFor();
    await shoot(kim, '10-invitation');
    await kim.getByLabel('Code from the e-mail').fill(codeIn(await mail(CLIENT, 'Your code')));
    await kim.getByRole('button', { name: 'Open the contract' }).click();
    await kim.getByRole('button', { name: 'Sign and accept' }).waitFor();
    await shoot(kim, '11-offer');
  });

  it('is signed and funded by the client', async () => {
    await kim.getByLabel('Client: type your full name to sign').fill('Kim Arden');
    await kim.getByRole('button', { name: 'Sign and accept' }).click();
    await kim.getByRole('button', { name: 'Pay $500.00 into escrow' }).waitFor();
    await shoot(kim, '12-fund');
    await kim.getByRole('button', { name: 'Pay $500.00 into escrow' }).click();
    await kim.getByText('$500.00 is in escrow').first().waitFor();
    await shoot(kim, '13-funded');
    assert.match(await mail(FREELANCER, 'is in escrow'), /You can start/);
  });

  it('is Active for the freelancer at once, without a reload', async () => {
    await robin
      .getByRole('link', { name: 'Open contract' })
      .or(robin.getByRole('button', { name: 'Open contract' }))
      .click();
    await robin.getByText('Active', { exact: true }).first().waitFor();
    await shoot(robin, '14-active');
  });

  it('is asked to be paid for, with a note', async () => {
    await robin.getByRole('button', { name: 'Request Payment' }).first().click();
    const dialog = robin.getByRole('dialog');
    await dialog.getByLabel(/^Note to Kim/).fill('The pages are online.');
    await shoot(robin, '15-request');
    await dialog.getByRole('button', { name: 'Send request for $500.00' }).click();
    await robin.getByText('Kim has been e-mailed').first().waitFor();
    await shoot(robin, '16-requested');
    assert.match(await mail(CLIENT, 'asks for $500.00'), /The pages are online\./);
  });

  it('is approved by the client and reads Completed, $500.00 (Paid)', async () => {
    await kim.getByRole('button', { name: 'Approve and release $500.00' }).waitFor();
    await shoot(kim, '17-approve');
    await kim.getByRole('button', { name: 'Approve and release $500.00' }).click();
    await kim.getByText('$500.00 (Paid)').first().waitFor();
    await shoot(kim, '18-approved');
    await robin.getByText('Completed', { exact: true }).first().waitFor();
    await robin
      .getByText(/\$500\.00\s*\(Paid\)/)
      .first()
      .waitFor();
    await shoot(robin, '19-completed');
    assert.match(await mail(FREELANCER, 'Kim Arden approved'), /released \$500\.00/);
  });

  it('has broken no rule of any page’s content security policy, and no script has failed', () => {
    assert.deepEqual(site.complaints, []);
  });
});
