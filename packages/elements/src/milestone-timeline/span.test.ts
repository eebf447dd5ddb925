import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { earlier, later, spanAround } from './span.ts';

describe('which of many milestones are drawn', () => {
  it('draws all of a hundred', () => {
    assert.deepEqual(spanAround(40, 100), { from: 0, to: 100 });
  });

  it('starts a little before the one being worked on', () => {
    assert.deepEqual(spanAround(500, 1000), { from: 490, to: 590 });
  });

  it('is full at either end', () => {
    assert.deepEqual(spanAround(0, 1000), { from: 0, to: 100 });
    assert.deepEqual(spanAround(999, 1000), { from: 900, to: 1000 });
  });

  it('grows to either side, and no further than there are milestones', () => {
    assert.deepEqual(earlier({ from: 490, to: 590 }), { from: 390, to: 590 });
    assert.deepEqual(earlier({ from: 20, to: 590 }), { from: 0, to: 590 });
    assert.deepEqual(later({ from: 490, to: 950 }, 1000), { from: 490, to: 1000 });
  });
});
