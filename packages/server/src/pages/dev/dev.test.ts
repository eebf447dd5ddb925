import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fundAsClient, stage } from '../testing/stage.ts';

describe('In test mode', () => {
  it('the payer confirms with the pretended bank and comes back to a funded contract', async (t) => {
    const { offer, kim, audit } = await stage(t);
    await fundAsClient(kim, await offer(), 'pm_sim_needs_confirmation');
    assert.match(kim.text, /Confirm \$500\.00 with your bank/);
    await kim.follow('Confirm with your bank');
    assert.match(kim.text, /The pretended bank/);
    await kim.press('Confirm $500.00');
    assert.match(kim.text, /\$500\.00 is in escrow/);
    assert.deepEqual(await audit(), []);
  });

  it('a payment that the payer refuses charges nothing, and the page says so', async (t) => {
    const { offer, kim } = await stage(t);
    await fundAsClient(kim, await offer(), 'pm_sim_needs_confirmation');
    await kim.follow('Confirm with your bank');
    await kim.press('Refuse');
    assert.match(kim.text, /Nothing was charged\. You did not confirm it with your bank\./);
    await kim.press('Pay $500.00 into escrow');
    assert.match(kim.text, /\$500\.00 is in escrow/);
  });

  it('a payment the payer never answers for ends by itself, and the contract is free again', async (t) => {
    const { offer, kim, advance } = await stage(t);
    const id = await offer();
    await fundAsClient(kim, id, 'pm_sim_needs_confirmation');
    const bank = /href="([^"]*\/dev\/bank\/[^"]*)"/.exec(kim.page.html)?.[1] ?? '';
    await advance(0.5);
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Nothing was charged\. The payment was not finished in time\./);
    await kim.open(bank);
    assert.match(kim.text, /This payment was answered/);
    await kim.open(`/review/${id}`);
    await kim.press('Cancel the contract');
    assert.match(kim.text, /Cancelled/);
  });

  it('a payment the payer never answers for does not keep an unpaid contract from its end', async (t) => {
    const { offer, kim: first, advance, stranger, sessionFor } = await stage(t);
    const id = await offer();
    await first.open(`/review/${id}`);
    await first.press('Sign and accept', { signature: 'Kim Arden' });
    await advance(14 * 24 - 0.1);
    const kim = stranger(await sessionFor('client'));
    await kim.open(`/review/${id}`);
    await kim.press('Pay $500.00 into escrow', { card: 'pm_sim_needs_confirmation' });
    await advance(0.2);
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Confirm \$500\.00 with your bank/);
    await advance(0.5);
    await advance(0);
    await kim.open(`/review/${id}`);
    assert.match(kim.text, /Cancelled/);
  });

  it('a payment whose answer is lost is found out about by looking again', async (t) => {
    const { offer, kim } = await stage(t);
    await fundAsClient(kim, await offer(), 'pm_sim_times_out_card');
    assert.match(kim.text, /\$500\.00 is in escrow|\$500\.00 is on its way/);
    await kim.open(kim.page.url.href);
    assert.match(kim.text, /\$500\.00 is in escrow/);
  });

  it('every mail can be read, with links that work, the newest first', async (t) => {
    const { offer, stranger, advance } = await stage(t);
    await offer({ title: 'First' });
    await advance(1);
    await offer({ title: 'Second' });
    const reader = stranger();
    await reader.open('/dev/outbox');
    assert.match(reader.text, /Test mode: mails stay here/);
    assert.ok(reader.text.indexOf('Second') < reader.text.indexOf('First'), reader.text);
    const subject = /Robin Vale offers you a contract: Second[^<]*/.exec(reader.page.html)?.[0] ?? '';
    await reader.follow(subject.trim());
    assert.match(reader.page.html, /<a href="http:\/\/backend\.test\/invitation/);
    const frame = /<iframe[^>]*src="([^"]+)"/.exec(reader.page.html)?.[1] ?? '';
    const { headers, html } = await reader.open(frame);
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/);
    assert.match(html, /Second/);
  });

  it('what is not there is said to be so', async (t) => {
    const { stranger } = await stage(t);
    const reader = stranger();
    for (const address of ['/dev/outbox/mail_1', '/dev/outbox/mail_1/html', '/dev/bank/ctr_1/chg_1', '/dev/bank/a/b']) {
      assert.equal((await reader.open(address)).status, 404, address);
    }
  });
});

describe('Outside test mode', () => {
  it('there is neither outbox nor bank', async (t) => {
    const { stranger } = await stage(t, { testMode: false });
    const reader = stranger();
    for (const address of ['/dev/outbox', '/dev/bank/ctr_1/chg_1']) {
      assert.equal((await reader.open(address)).status, 404, address);
    }
  });
});
