import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { refusedAttempt } from './attempt.ts';
import { fieldOf, stateOf } from './fields.ts';
import { Form } from './form.ts';

const typed = new Form(new URLSearchParams({ do: 'pay', key: 'the first key', note: '\nLine' }));
const problem = (status: number, code: string) => ({ type: 'about:blank', title: '…', status, code });
const newKey = () => 'a new key';

describe('The key of a form', () => {
  it('stays the same while nobody knows whether the first press got through', () => {
    for (const [status, code] of [
      [500, 'INTERNAL'],
      [503, 'UNAVAILABLE'],
      [409, 'IDEMPOTENCY_RUNNING'],
    ] as const) {
      assert.equal(stateOf('pay', newKey, refusedAttempt(typed, problem(status, code))).key, 'the first key', code);
    }
  });

  it('is a new one after a refusal, and for every other form of the page', () => {
    assert.equal(stateOf('pay', newKey, refusedAttempt(typed, problem(422, 'CHARGE_FAILED'))).key, 'a new key');
    assert.equal(stateOf('end', newKey, refusedAttempt(typed, problem(500, 'INTERNAL'))).key, 'a new key');
  });
});

describe('A text area', () => {
  it('keeps a first line that is empty', () => {
    const field = { name: 'note', label: 'Note', rows: 3, value: '\nLine' };
    assert.match(fieldOf(stateOf('pay', newKey, undefined), field).toString(), />\n\nLine<\/textarea>/);
  });
});
