import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalJson } from '@handsel/protocol';
import type { ContractRecord } from './state.ts';
import { Play } from './testing/play.ts';
import { termsDocument } from './terms-document.ts';

const { contract } = new Play({ draft: { terms: 'Paid is paid.', offerEndsOn: '2026-12-04' } });
const [first] = contract.milestones;
assert.ok(first);
const textOf = (record: ContractRecord) => canonicalJson(termsDocument(record));

/** What somebody could try to change behind a signature. */
const CHANGES: Readonly<Record<string, Partial<ContractRecord>>> = {
  'the contract it is for': { id: 'ctr_other' },
  'the title': { title: 'Another' },
  'the description': { description: 'Six pages.' },
  'the currency': { currency: 'EUR' },
  'the price of a step': { milestones: [{ ...first, amount: 1 }, ...contract.milestones.slice(1)] },
  'the name of a step': { milestones: [{ ...first, title: 'Another' }, ...contract.milestones.slice(1)] },
  'what a step delivers': { milestones: [{ ...first, description: 'Less.' }, ...contract.milestones.slice(1)] },
  'the day a step is due': { milestones: [{ ...first, dueOn: '2027-01-01' }, ...contract.milestones.slice(1)] },
  'the order of the steps': { milestones: [...contract.milestones].reverse() },
  'the freelancer’s own terms': { terms: { ...contract.terms, body: 'Half up front.' } },
  'the last day of the offer': { terms: { ...contract.terms, offerEndsOn: '2027-12-04' } },
  'the version': { terms: { ...contract.terms, version: 2 } },
  'the name of a side': { client: { ...contract.client, name: 'Lou' } },
  'the address of a side': { client: { ...contract.client, email: 'lou@arden.example' } },
  'the company of a side': { freelancer: { ...contract.freelancer, company: 'Vale Ltd' } },
  'a fee': { policy: { ...contract.policy, fees: { ...contract.policy.fees, freelancerBps: 900 } } },
  'the days to answer a request': { policy: { ...contract.policy, reviewDays: 1 } },
  'the days to object to an end': { policy: { ...contract.policy, escrowRefundReplyDays: 1 } },
  'the days of the security hold': { policy: { ...contract.policy, securityHoldDays: 9 } },
};

describe('the document that is signed', () => {
  for (const [what, fields] of Object.entries(CHANGES)) {
    it(`is another one when this changes: ${what}`, () => {
      assert.notEqual(textOf({ ...contract, ...fields }), textOf(contract));
    });
  }

  it('is the same by being sent, seen and saved', () => {
    const { client } = contract;
    const seen: Partial<ContractRecord> = {
      status: 'pending_acceptance',
      client: { ...client, partyId: 'pty_kim' },
      sentAt: '2026-11-21T00:00:00.000Z',
      expiresAt: '2026-12-05T00:00:00.000Z',
      signatures: [{ role: 'freelancer', name: 'Rin', at: '2026-11-21T00:00:00.000Z', termsHash: 'x' }],
      version: 9,
      seq: 12,
    };
    assert.equal(textOf({ ...contract, ...seen }), textOf(contract));
  });
});
