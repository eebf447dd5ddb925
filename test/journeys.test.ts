import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createClient } from '@handsel/core';
import { ORIGIN, type TestApp, testApp } from '../packages/server/src/testing/app.ts';
import {
  accept,
  activate,
  approve,
  bothSides,
  DRAFT,
  fund,
  offer,
  requestPayment,
  type Sides,
} from './play/contract.ts';

describe('A direct contract', () => {
  let app: TestApp;
  let sides: Sides;

  beforeEach(async () => {
    app = await testApp();
    sides = bothSides(app);
  });

  afterEach(async () => {
    assert.deepEqual(await app.audit(), []);
    await app.close();
  });

  const statusOf = async (id: Parameters<Sides['client']['contracts']['retrieve']>[0]) =>
    (await sides.freelancer.contracts.retrieve(id)).status;

  it('is written, signed, funded, worked on, asked for, approved and paid', async () => {
    const id = await offer(sides);
    assert.equal(await statusOf(id), 'pending_acceptance');
    await accept(sides, id);
    assert.equal(await statusOf(id), 'pending_funding');
    const { charge } = await fund(sides, id);
    assert.equal(charge.status, 'succeeded');
    assert.equal(await statusOf(id), 'active');
    const request = await requestPayment(sides, id);
    assert.notEqual(request.emailedAt, null);
    const paid = await approve(sides, id);
    assert.equal(paid.status, 'completed');
    assert.deepEqual(paid.figures.paid, { amount: 500_00, currency: 'USD' });
  });

  it('knows the client by name from the signature on', async () => {
    const id = await offer(sides, { ...DRAFT, client: { email: DRAFT.client.email } });
    await accept(sides, id);
    await fund(sides, id);
    const names: (string | null)[] = [];
    const told = ['contract.accepted', 'charge.started'];
    for await (const { type, actor } of sides.client.events.list(id)) if (told.includes(type)) names.push(actor.name);
    assert.deepEqual(names, ['Kim Arden', 'Kim Arden']);
    assert.equal((await sides.client.sessions.retrieve()).party.name, 'Kim Arden');
  });

  it('begins with a stranger’s request from a public page', async () => {
    const visitor = createClient({ backend: app.backend, key: app.first.publishableKey });
    const { name: _, ...rest } = DRAFT.client;
    const { id } = await visitor.contractRequests.create({ ...DRAFT, client: { ...rest, name: 'Kim Arden' } });
    const draft = await sides.freelancer.contracts.retrieve(id);
    assert.equal(draft.status, 'draft');
    assert.equal(draft.origin, 'request');
    const [mail] = await app.mails();
    assert.equal(mail?.to_email, 'robin@vale.example');
    await assert.rejects(sides.client.contracts.retrieve(id), { code: 'NOT_FOUND' });
  });

  it('is opened by the link in the mail and a code to the same address', async () => {
    const id = await offer(sides);
    const mail = (await app.mails()).find(({ template }) => template === 'contract_offered');
    const invitation = /\/invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const nobody = createClient({ backend: app.backend, session: 'ses_nobody_at_all_yet' });
    const shown = await nobody.invitations.retrieve({ invitation });
    assert.equal(shown.emailHint, 'k…@arden.example');
    await nobody.invitations.requestCode({ invitation });
    const code = /\b(\d{3}) (\d{3})\b/.exec((await app.mails()).at(-1)?.subject ?? '');
    await assert.rejects(nobody.invitations.verify({ invitation, code: '000000' }), { code: 'CODE_INVALID' });
    const session = await nobody.invitations.verify({ invitation, code: `${code?.[1]}${code?.[2]}` });
    const kim = createClient({ backend: app.backend, session: session.token ?? '' });
    assert.equal((await kim.contracts.retrieve(id)).viewer, 'client');
  });

  it('pays by itself when the client says nothing for fourteen days', async () => {
    const id = await activate(sides);
    await requestPayment(sides, id);
    await app.advance(14 * 24 - 1);
    assert.equal(await statusOf(id), 'active');
    await app.advance(1);
    assert.equal(await statusOf(id), 'completed');
    const templates = (await app.mails()).map(({ template }) => template);
    assert.deepEqual(
      templates.filter((name) => name === 'deadline_review' || name === 'payment_auto_approved'),
      ['deadline_review', 'deadline_review', 'payment_auto_approved'],
    );
  });

  it('becomes active also when the bank’s answer is lost and nobody asks again', async () => {
    const id = await offer(sides);
    await accept(sides, id);
    const { charge } = await fund(sides, id, 'pm_sim_times_out_card');
    assert.equal(charge.status, 'pending');
    assert.equal((await sides.client.contracts.retrieve(id)).chargePending, true);
    await app.advance(0.01);
    assert.equal(await statusOf(id), 'active');
  });

  it('says which card was declined, and takes another', async () => {
    const id = await offer(sides);
    await accept(sides, id);
    await assert.rejects(fund(sides, id, 'pm_sim_declined_card'), { code: 'CHARGE_FAILED' });
    assert.equal(await statusOf(id), 'pending_funding');
    await fund(sides, id);
    assert.equal(await statusOf(id), 'active');
  });

  it('can be declined, with a reason that the freelancer reads', async () => {
    const id = await offer(sides);
    await sides.client.contracts.decline(id, { reason: 'No budget this year.' });
    const declined = await sides.freelancer.contracts.retrieve(id);
    assert.equal(declined.status, 'declined');
    assert.equal(declined.endReason, 'No budget this year.');
  });

  it('can be withdrawn before it is signed; the link then says so', async () => {
    const id = await offer(sides);
    await sides.freelancer.contracts.withdraw(id);
    const invitation = /\/invitation\/([\w-]+)/.exec((await app.mails()).map(({ text }) => text).join())?.[1] ?? '';
    const shown = await sides.client.invitations.retrieve({ invitation });
    assert.equal(shown.status, 'withdrawn');
  });

  it('expires when nobody answers for thirty days', async () => {
    const id = await offer(sides);
    await app.advance(30 * 24);
    assert.equal(await statusOf(id), 'expired');
    await assert.rejects(accept(sides, id), { code: 'WRONG_STATE' });
  });

  it('ends for the client on the day that the freelancer wrote', async () => {
    const id = await offer(sides, { ...DRAFT, offerEndsOn: '2026-12-25' });
    const token = await app.sessionFor('client', DRAFT.client.email);
    const headers = { Cookie: `handsel=${token}`, 'Sec-Fetch-Site': 'same-origin' };
    const page = await app.app.fetch(new Request(`${ORIGIN}/review/${id}`, { headers }));
    assert.match((await page.text()).replaceAll('\u00a0', ' '), /Offer ends Fri 25 Dec 2026, 23:59 UTC/);
  });

  it('goes back to work when the client asks for changes', async () => {
    const id = await activate(sides);
    const request = await requestPayment(sides, id);
    await sides.client.paymentRequests.requestChanges(id, request.id, { note: 'The logo is too small.' });
    const back = await sides.freelancer.contracts.retrieve(id);
    assert.equal(back.paymentRequest?.answer, 'The logo is too small.');
    await requestPayment(sides, id, 'Larger now.');
    assert.equal((await approve(sides, id)).status, 'completed');
  });

  it('carries what was not paid over to the next milestone', async () => {
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    const milestones = [
      { title: 'Design', amount: usd(300_00) },
      { title: 'Build', amount: usd(200_00) },
    ];
    const id = await activate(sides, { ...DRAFT, milestones });
    await requestPayment(sides, id);
    const partly = await approve(sides, id, 250_00);
    assert.deepEqual(partly.figures.carried, usd(50_00));
    const { consentToken, charge } = await sides.client.previews.create(id, {
      command: 'contracts.fund',
      scope: 'next',
    });
    assert.deepEqual(charge, usd(150_00));
    await sides.client.contracts.fund(id, { scope: 'next', paymentMethod: 'pm_sim_success_visa', consentToken });
    await requestPayment(sides, id);
    const done = await approve(sides, id);
    assert.equal(done.status, 'completed');
    assert.deepEqual(done.figures.paid, usd(450_00));
  });

  it('gives the client back what is held when the freelancer ends it', async () => {
    const id = await activate(sides);
    const { consentToken } = await sides.freelancer.previews.create(id, { command: 'contracts.endByFreelancer' });
    const ended = await sides.freelancer.contracts.endByFreelancer(id, { reason: 'I am ill.', consentToken });
    assert.equal(ended.figures.returned.amount, 500_00);
    assert.equal(ended.figures.escrow.amount, 0);
  });

  it('asks the freelancer first when the client ends it with money held', async () => {
    const id = await activate(sides);
    const pay = { amount: 0, currency: 'USD' };
    const { consentToken } = await sides.client.previews.create(id, { command: 'contracts.endByClient', pay });
    await sides.client.contracts.endByClient(id, { reason: 'Plans changed.', pay, consentToken });
    assert.equal(await statusOf(id), 'ending');
    await app.advance(7 * 24);
    const ended = await sides.freelancer.contracts.retrieve(id);
    assert.equal(ended.figures.returned.amount, 500_00);
  });
});
