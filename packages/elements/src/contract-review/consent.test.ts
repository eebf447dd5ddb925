import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MoneyPreview, MoneyPreviewDraft } from '@handsel/protocol';
import { Consent } from './consent.ts';

const FUND: MoneyPreviewDraft = { command: 'contracts.fund', scope: 'next' };

function preview(charge: number, contractVersion = 3): MoneyPreview {
  const nothing = { amount: 0, currency: 'USD' };
  return {
    command: 'contracts.fund',
    contractId: 'ctr_1',
    contractVersion,
    payer: 'Kim',
    payee: 'Robin',
    charge: { amount: charge, currency: 'USD' },
    intoEscrow: { amount: charge, currency: 'USD' },
    clientFee: nothing,
    fromCarried: nothing,
    release: nothing,
    freelancerFee: nothing,
    net: nothing,
    refund: nothing,
    carry: nothing,
    paymentMethods: [],
    simulated: true,
    consentToken: `token-${charge}-${contractVersion}`,
    expiresAt: '2026-11-23T14:25:00.000Z',
  };
}

/** A backend that answers these figures, one after the other; an error is thrown. */
function consentWith(answers: (MoneyPreview | Error)[]) {
  const asked: MoneyPreviewDraft[] = [];
  const host = { requestUpdate: () => undefined };
  const consent = new Consent(host, (draft) => {
    asked.push(draft);
    const answer = answers.shift();
    return answer instanceof Error || !answer
      ? Promise.reject(answer ?? new Error('no more'))
      : Promise.resolve(answer);
  });
  return { consent, asked };
}

describe('the figures a press acts on', () => {
  it('are those that stood on the screen', async () => {
    const { consent, asked } = consentWith([preview(1_200)]);
    consent.show(FUND, 3);
    await consent.confirm(FUND, 3);
    const given = await consent.confirm(FUND, 3);
    assert.equal(given?.consentToken, 'token-1200-3');
    assert.equal(asked.length, 1);
  });

  it('are not those that the press itself has brought', async () => {
    const { consent } = consentWith([preview(1_200)]);
    assert.equal(await consent.confirm(FUND, 3), undefined);
    assert.equal(consent.preview?.charge.amount, 1_200);
  });

  it('may be asked for anew, when they say the same', async () => {
    const { consent } = consentWith([preview(1_200), preview(1_200)]);
    await consent.confirm(FUND, 3);
    assert.equal((await consent.renew(FUND))?.charge.amount, 1_200);
    assert.equal(consent.stale, undefined);
  });

  it('are shown and not used when they say something else', async () => {
    const { consent } = consentWith([preview(1_200), preview(1_350)]);
    await consent.confirm(FUND, 3);
    assert.equal(await consent.renew(FUND), undefined);
    assert.deepEqual([consent.stale?.before.charge.amount, consent.stale?.after.charge.amount], [1_200, 1_350]);
  });

  it('are shown and not used when the contract has changed below the same figures', async () => {
    const { consent } = consentWith([preview(1_200), preview(1_200, 4)]);
    await consent.confirm(FUND, 3);
    assert.equal(await consent.renew(FUND), undefined);
    assert.equal(consent.preview?.contractVersion, 4);
  });

  it('are asked for again after they could not be had', async () => {
    const { consent } = consentWith([new Error('down'), preview(1_200)]);
    assert.equal(await consent.confirm(FUND, 3), undefined);
    assert.equal((consent.error as Error).message, 'down');
    assert.equal(await consent.confirm(FUND, 3), undefined);
    assert.equal(consent.preview?.charge.amount, 1_200);
  });
});
