import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UntrustedReportError } from './provider.ts';
import { START, stripeBench } from './testing/benches.ts';
import { chargeOf } from './testing/provider-suite.ts';

async function withIntent() {
  const bench = stripeBench();
  await bench.provider.authorize(chargeOf({ paymentMethod: 'pm_card_visa' }));
  return { ...bench, report: bench.stripe.report.bind(bench.stripe, 'pi_1') };
}

const TYPE = 'payment_intent.amount_capturable_updated';
const secondsAfter = (seconds: number) => new Date(Date.parse(START) + seconds * 1000).toISOString();

describe('a report of Stripe', () => {
  it('says which charge to look at', async () => {
    const { provider, report } = await withIntent();
    assert.deepEqual(await provider.readReport(report(TYPE)), { contractId: 'ctr_1', chargeId: 'chg_1' });
  });

  it('about something else says nothing', async () => {
    const { provider, report, stripe } = await withIntent();
    assert.equal(await provider.readReport(report('charge.dispute.created')), undefined);
    assert.equal(await provider.readReport(report('invented.later')), undefined);
    Object.assign(stripe.books.intent('pi_1'), { metadata: {} });
    assert.equal(await provider.readReport(report(TYPE)), undefined);
  });

  it('is believed for five minutes', async () => {
    const { provider, report, time } = await withIntent();
    const sent = report(TYPE);
    time.now = secondsAfter(300);
    assert.ok(await provider.readReport(sent.clone()));
    time.now = secondsAfter(301);
    await assert.rejects(provider.readReport(sent), UntrustedReportError);
  });

  it('is not believed under another secret, without a signature, or with a byte changed', async () => {
    const { provider, report } = await withIntent();
    await assert.rejects(provider.readReport(report(TYPE, { secret: 'whsec_of_somebody_else' })), UntrustedReportError);
    const sent = report(TYPE);
    const body = await sent.clone().text();
    const { url, headers } = sent;
    const unsigned = new Request(url, { method: 'POST', body });
    await assert.rejects(provider.readReport(unsigned), UntrustedReportError);
    const changed = new Request(url, { method: 'POST', headers, body: body.replace('chg_1', 'chg_2') });
    await assert.rejects(provider.readReport(changed), UntrustedReportError);
    const spaced = new Request(url, { method: 'POST', headers, body: JSON.stringify(JSON.parse(body), null, 1) });
    await assert.rejects(provider.readReport(spaced), UntrustedReportError);
  });
});
