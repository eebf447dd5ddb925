import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fundAsClient, stage } from './testing/stage.ts';

describe('A plain form', () => {
  it('that is pressed twice pays once', async (t) => {
    const { offer, kim, store, audit } = await stage(t);
    const id = await offer();
    await kim.open(`/review/${id}`);
    await kim.press('Sign and accept', { signature: 'Kim Arden' });
    await kim.pressTwice('Pay $500.00 into escrow');
    assert.match(kim.text, /\$500\.00 is in escrow/);
    assert.equal(kim.page.status, 200);
    const charges = await store.read((q) => q.db.selectFrom('charges').select('status').execute());
    assert.deepEqual(
      charges.map(({ status }) => status),
      ['succeeded'],
    );
    assert.deepEqual(await audit(), []);
  });

  it('that is pressed twice asks for payment once', async (t) => {
    const { active, robin, mails } = await stage(t);
    await active();
    await robin.pressTwice('Send request for $500.00', { note: 'Done.' });
    assert.match(robin.text, /Waiting for Kim to approve/);
    assert.doesNotMatch(robin.text, /moved on/);
    assert.equal((await mails()).filter(({ template }) => template === 'payment_requested').length, 1);
  });

  it('keeps all that was typed when one field is wrong, and says beside it what', async (t) => {
    const { robin } = await stage(t);
    await robin.open('/contracts/new');
    const typed = {
      email: 'kim@arden',
      title: 'Logo & letterhead',
      description: 'Two lines,\n"quoted".',
      amount: '1,200.50',
    };
    const { status, html } = await robin.press('Save and review', typed);
    assert.equal(status, 422);
    assert.match(html, /id="save-email"[^>]*aria-invalid="true"/);
    assert.match(robin.text, /Enter an e-mail address like name@company\.com\./);
    for (const [field, value] of Object.entries(typed)) assert.equal(robin.value(field), value);
    await robin.press('Save and review', { email: 'kim@arden.example' });
    assert.match(robin.text, /\$1,200\.50/);
  });

  it('of a draft that was changed elsewhere says so, and takes its place only when it is sent again', async (t) => {
    const { robin } = await stage(t);
    await robin.open('/contracts/new');
    const typed = { email: 'kim@arden.example', title: 'Logo', description: 'One.', amount: '80' };
    await robin.press('Save and review', typed);
    await robin.follow('Edit the draft');
    const older = robin.request('Save and review', { amount: '90' });
    await robin.open(robin.page.url.href);
    await robin.press('Save and review', { amount: '100' });
    const { status } = await robin.send(older);
    assert.equal(status, 422);
    assert.match(robin.text, /This draft was changed elsewhere meanwhile\. Nothing was saved\./);
    assert.equal(robin.value('amount'), '90');
    await robin.press('Save and review');
    assert.match(robin.text, /\$90\.00/);
  });

  it('says what is wrong with a typed amount', async (t) => {
    const { robin } = await stage(t);
    await robin.open('/contracts/new');
    const typed = { email: 'kim@arden.example', title: 'Logo', description: 'One.' };
    for (const [amount, why] of [
      ['', /Enter an amount\./],
      ['five', /Enter the amount in figures/],
      ['4.99', /below the smallest amount/],
      ['-20', /above zero/],
    ] as const) {
      await robin.press('Save and review', { ...typed, amount });
      assert.match(robin.text, why);
    }
  });

  it('does not sign without a name', async (t) => {
    const { offer, kim } = await stage(t);
    await kim.open(`/review/${await offer()}`);
    await kim.press('Sign and accept');
    assert.equal(kim.page.status, 422);
    assert.match(kim.text, /Type your name to sign\. Nothing is charged yet\./);
  });

  it('does not ask for changes without saying which', async (t) => {
    const { asked, kim } = await stage(t);
    await asked();
    await kim.press('Send to Robin');
    assert.match(kim.text, /Say what should be different/);
  });

  it('that was declined by the bank can be sent again with another card', async (t) => {
    const { offer, kim, audit } = await stage(t);
    await fundAsClient(kim, await offer(), 'pm_sim_declined_card');
    assert.equal(kim.page.status, 422);
    assert.match(kim.text, /Your card was declined, so nothing was charged/);
    await kim.press('Pay $500.00 into escrow', { card: 'pm_sim_success_visa' });
    assert.match(kim.text, /\$500\.00 is in escrow/);
    assert.deepEqual(await audit(), []);
  });

  it('moves nothing when what it shows is no longer true, and shows what is', async (t) => {
    const { asked, robin, kim } = await stage(t);
    const id = await asked();
    const stale = kim.request('Approve and release $500.00');
    await robin.open(`/contracts/${id}`);
    await robin.press('Take it back');
    await robin.press('Send request for $500.00');
    const { status, html } = await kim.send(stale);
    assert.equal(status, 422);
    assert.match(html, /Nothing was moved\./);
    await kim.press('Approve and release $500.00');
    assert.match(kim.text, /\$500\.00 \(Paid\)/);
  });

  it('signs exactly the terms that were shown', async (t) => {
    const { offer, kim, world } = await stage(t);
    const id = await offer();
    await kim.open(`/review/${id}`);
    await world.store.write(({ db }) =>
      db
        .updateTable('contracts')
        .set({ terms_hash: 'f'.repeat(64) })
        .where('id', '=', id)
        .execute(),
    );
    await kim.press('Sign and accept', { signature: 'Kim Arden' });
    assert.equal(kim.page.status, 422);
    assert.match(kim.text, /This contract changed meanwhile\. Nothing was sent\./);
    assert.equal(kim.value('signature'), 'Kim Arden');
  });

  it('says so when the session has run out, and sends nothing', async (t) => {
    const { offer, kim, advance } = await stage(t);
    const id = await offer();
    await kim.open(`/review/${id}`);
    await advance(13);
    await kim.press('Decline the offer');
    assert.match(kim.text, /You were signed out\. Nothing was sent or charged\./);
  });

  it('counts the tries with a wrong code', async (t) => {
    const { stranger } = await stage(t);
    const robin = stranger();
    await robin.open('/');
    await robin.press('E-mail me a code', { email: 'robin@vale.example' });
    await robin.press('Sign in', { code: '000000' });
    assert.match(robin.text, /That is not the code\. \d tries left\./);
    assert.equal(robin.value('email'), 'robin@vale.example');
  });
});
