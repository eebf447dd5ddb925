import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listContracts, retrieveContract, sendContract } from './operations/index.ts';
import { wireParts } from './wire-parts.ts';

describe('A flat input', () => {
  it('becomes the path and the body of a write', () => {
    const input = { contractId: 'ctr_1', termsHash: 'a', signature: 'Robin Vale' };
    assert.deepEqual(wireParts(sendContract, input), {
      address: '/v1/contracts/ctr_1/send',
      body: '{"termsHash":"a","signature":"Robin Vale"}',
    });
  });

  it('becomes the query of a read, a list by repeating its name', () => {
    const input = { status: ['draft', 'active'], search: 'a&b', cursor: undefined };
    const address = '/v1/contracts?status=draft&status=active&search=a%26b';
    assert.deepEqual(wireParts(listContracts, input), { address, body: undefined });
  });

  it('keeps an id in its place, and refuses one that would lead elsewhere', () => {
    const at = (contractId: unknown) => wireParts(retrieveContract, { contractId }).address;
    assert.equal(at('ctr_/../x?y#z'), '/v1/contracts/ctr_%2F..%2Fx%3Fy%23z');
    for (const wrong of [undefined, '', '.', '..', 5]) assert.throws(() => at(wrong), /"contractId" is no id/);
  });
});
