import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fits } from './fits.ts';
import { ContractId, MilestoneId } from './ids.ts';

describe('an id', () => {
  it('says what it names, and is a UUID or any short word after that', () => {
    for (const id of ['ctr_1', 'ctr_0190c5a0-7e1b-7cde-8f00-000000000001', 'ctr_Abc'])
      assert.ok(fits(ContractId, id), id);
    assert.equal(fits(ContractId, 'ms_1'), false);
    assert.ok(fits(MilestoneId, 'ms_1'));
  });

  it('cannot lead anywhere else', () => {
    for (const id of [
      'ctr_',
      'ctr_..',
      'ctr_/a',
      'ctr_a b',
      'ctr_1\n',
      'xctr_1',
      `ctr_${'a'.repeat(65)}`,
      'CTR_1',
      '',
      1,
    ]) {
      assert.equal(fits(ContractId, id), false, String(id));
    }
  });
});
