import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stage } from './testing/stage.ts';

describe('Without any script', () => {
  it('a client opens the invitation, types the code, signs, pays, and approves', async (t) => {
    const { offer, robin, stranger, invitation, code, audit, store } = await stage(t);
    const id = await offer();
    assert.match(robin.text, /Wait for your client/);

    const kim = stranger();
    await kim.open(await invitation());
    assert.match(kim.text, /Robin Vale offers you a contract/);
    await kim.press('E-mail me a code');
    await kim.press('Open the contract', { code: await code() });
    assert.equal(kim.page.url.pathname, `/review/${id}`);
    assert.match(kim.text, /To start, you pay \$500\.00/);

    await kim.press('Sign and accept', { signature: 'Kim Arden' });
    assert.match(kim.text, /Put \$500\.00 in escrow/);
    await kim.press('Pay $500.00 into escrow');
    assert.match(kim.text, /\$500\.00 is in escrow/);

    await robin.open(`/contracts/${id}`);
    await robin.press('Send request for $500.00', { note: 'All five pages\nare live.' });
    assert.match(robin.text, /Waiting for Kim to approve/);
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Robin asks for \$500\.00/);
    assert.match(kim.page.html, /All five pages\nare live\./);
    await kim.press('Approve and release $500.00');
    assert.match(kim.text, /\$500\.00 \(Paid\)/);
    const seen = await store.read((q) =>
      q.db.selectFrom('events').select('id').where('type', '=', 'payment_request.viewed').execute(),
    );
    assert.equal(seen.length, 1);
    await robin.open('/');
    assert.match(robin.text, /Website redesign \$500\.00 \(Paid\)/);
    assert.deepEqual(await audit(), []);
  });

  it('a client declines with a reason that the freelancer reads', async (t) => {
    const { offer, robin, kim } = await stage(t);
    const id = await offer();
    await kim.open(`/review/${id}`);
    await kim.press('Decline the offer', { reason: 'We found somebody else.' });
    assert.match(kim.text, /You declined this offer/);
    await robin.open(`/contracts/${id}`);
    assert.match(robin.text, /We found somebody else\./);
  });

  it('a client asks for changes, and the freelancer asks again', async (t) => {
    const { asked, robin, kim } = await stage(t);
    const id = await asked();
    await kim.press('Send to Robin', { note: 'The logo, please larger.' });
    assert.match(kim.text, /Robin works on what you asked for/);
    await robin.open(`/contracts/${id}`);
    assert.match(robin.text, /The logo, please larger\./);
    await robin.press('Send request for $500.00');
    assert.match(robin.text, /Waiting for Kim to approve/);
  });

  it('what was to be different is not said any more once the contract is over', async (t) => {
    const { asked, robin, kim } = await stage(t);
    const id = await asked();
    await kim.press('Send to Robin', { note: 'The logo, please larger.' });
    await kim.follow('End contract');
    await kim.press('Check the figures', { pay: 'all', reason: 'Good enough.' });
    await kim.press('End the contract and pay $500.00');
    await robin.open(`/contracts/${id}`);
    assert.match(robin.text, /Good enough\./);
    assert.doesNotMatch(robin.text, /The logo, please larger\./);
  });

  it('both sides read the day the freelancer wrote as the end of the offer', async (t) => {
    const { offer, robin, kim, mail } = await stage(t);
    const id = await offer({ offerEndsOn: '2026-12-24' });
    const mailed = (await mail(/offers you a contract/)).text;
    await kim.open(`/review/${id}`);
    const offered = kim.text;
    await kim.open('/review');
    for (const text of [robin.text, mailed, offered, kim.text]) {
      assert.match(text, /Thu 24 Dec/);
      assert.doesNotMatch(text, /25 Dec/);
    }
  });

  it('a client releases less after seeing what that means', async (t) => {
    const { asked, kim, audit } = await stage(t);
    await asked();
    await kim.press('Check the figures', {
      release: 'less',
      less: '300',
      lessReason: 'Three of five pages.',
      after: 'end',
    });
    assert.equal(kim.page.status, 200);
    assert.match(kim.text, /Robin gets \$300\.00/);
    await kim.press('Approve and release $300.00');
    assert.doesNotMatch(kim.text, /Approve and release/);
    assert.deepEqual(await audit(), []);
  });

  it('a client pays for all milestones at once, or only for the next', async (t) => {
    const { offerInSteps, kim, audit } = await stage(t);
    const id = await offerInSteps([
      ['Sketches', 20_000],
      ['Pages', 30_000],
    ]);
    await kim.open(`/review/${id}`);
    await kim.press('Sign and accept', { signature: 'Kim Arden' });
    assert.match(kim.text, /Pay \$200\.00 into escrow/);
    await kim.follow('Fund all 2 milestones at once, $500.00');
    await kim.press('Pay $500.00 into escrow');
    assert.match(kim.text, /\$500\.00 is in escrow/);
    assert.match(kim.text, /Pages \$300\.00 Funded/);
    assert.deepEqual(await audit(), []);
  });

  it('a client ends the contract and pays a part of what is held', async (t) => {
    const { active, robin, kim, audit } = await stage(t);
    const id = await active();
    await kim.follow('End contract');
    await kim.press('Check the figures', { pay: 'part', part: '200.00', reason: 'Our plans changed.' });
    await kim.press('End the contract and pay $200.00');
    assert.match(kim.text, /\$300\.00 comes back to you/);
    await robin.open(`/contracts/${id}`);
    assert.match(robin.text, /Kim ended the contract and wants \$300\.00 back/);
    await robin.press('Return $300.00');
    assert.match(robin.text, /Completed/);
    assert.deepEqual(await audit(), []);
  });

  it('a freelancer ends the contract and what is held goes back', async (t) => {
    const { active, robin, kim, audit } = await stage(t);
    const id = await active();
    await robin.follow('End contract');
    await robin.press('End the contract and return $500.00 to Kim', { reason: 'I am ill.' });
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /I am ill\./);
    assert.match(kim.text, /Came back to you \$500\.00/);
    assert.deepEqual(await audit(), []);
  });

  it('a freelancer corrects a draft, resends the offer, and withdraws it', async (t) => {
    const { robin, kim, mails } = await stage(t);
    await robin.open('/contracts/new');
    await robin.press('Save and review', {
      email: 'kim@arden.example',
      title: 'Logo',
      description: 'One.',
      amount: '80',
    });
    await robin.follow('Edit the draft');
    await robin.press('Save and review', { amount: '90', terms: 'Two rounds of changes.' });
    assert.match(robin.text, /\$90\.00/);
    await robin.press('Sign and send', { signature: 'Robin Vale' });
    await robin.press('Send it again');
    assert.equal((await mails()).filter(({ template }) => template === 'contract_offered').length, 2);
    const id = robin.page.url.pathname.slice('/contracts/'.length);
    await robin.press('Withdraw the offer');
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Robin withdrew this offer/);
  });

  it('somebody signs in by a code, changes the name, and signs out', async (t) => {
    const { stranger, code } = await stage(t);
    const robin = stranger();
    await robin.open('/settings');
    await robin.press('E-mail me a code', { email: 'robin@vale.example' });
    await robin.press('Sign in', { code: await code() });
    await robin.press('Save', { name: 'Robin J. Vale', company: 'Vale & Co' });
    assert.match(robin.text, /Saved\./);
    assert.equal(robin.value('company'), 'Vale & Co');
    await robin.press('Sign out');
    assert.equal(robin.cookie('handsel'), undefined);
    assert.match(robin.text, /We mail you a 6-digit code/);
  });
});
