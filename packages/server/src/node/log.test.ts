import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loggedPath } from './log.ts';

describe('The log', () => {
  it('never holds what opens an invitation', () => {
    for (const path of [
      '/invitation/inv_secret',
      '/invitation/inv_secret/',
      '//invitation/inv_secret',
      '/invitation/a/b?c',
    ]) {
      assert.equal(loggedPath(`http://backend.test${path}`), '/invitation/…');
    }
  });

  it('names no contract, but the place', () => {
    const url = 'http://backend.test/v1/contracts/ctr_0193a6d8-0000-7000-8000-000000000000/send?token=1';
    assert.equal(loggedPath(url), '/v1/contracts/ctr_…/send');
  });
});
