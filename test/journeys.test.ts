import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createClient } from '@handsel/core';
import { type TestApp, testApp } from '../packages/server/src/testing/app.ts';
import { accept, activate, approve, bothSides, DRAFT, fund, offer, requestPayment, type Sides } from './lib/play.ts';

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
});
