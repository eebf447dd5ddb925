import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_POLICY } from '@handsel/protocol';
import { writing } from '../foundation/writing.ts';
import { contractFormLaterWords } from '../locales/en/contract-form-later.ts';
import type { Rules } from './later-view.ts';
import { refusedFields } from './server-faults.ts';
import { EMPTY } from './values.ts';

const RULES: Rules = {
  writer: 'freelancer',
  words: contractFormLaterWords,
  write: writing('en'),
  policy: DEFAULT_POLICY,
  currency: 'USD',
  smallest: { amount: 500, currency: 'USD' },
  today: '2026-11-24',
};
const VALUES = {
  ...EMPTY,
  clientEmail: 'kim@arden.example',
  title: 'Website',
  description: 'Home and contact.',
  amount: '10',
};

function refusal(code: string, ...errors: { pointer: string; code: string; minimum?: number }[]) {
  return Object.assign(new Error(code), { name: 'ApiError', code, status: 422, errors });
}

test('each pointer of a refusal finds its field, and the earliest step of them', () => {
  const error = refusal(
    'VALIDATION',
    { pointer: '/terms', code: 'too_big' },
    { pointer: '/draft/client/email', code: 'invalid_format' },
    { pointer: '/offerEndsOn', code: 'too_small' },
  );
  assert.deepEqual(refusedFields(error, VALUES, RULES), {
    faults: {
      terms: 'This was not accepted. Change it and try again.',
      clientEmail: 'This was not accepted. Change it and try again.',
      offerEndsOn: 'This day is over. Choose today or later.',
    },
    step: 'details',
  });
});

test('a refused amount stands at the amount, or in the row of its milestone', () => {
  const error = refusal('MIN_MILESTONE', { pointer: '/milestones/1/amount', code: 'too_small', minimum: 700 });
  const one = refusedFields(error, VALUES, RULES);
  assert.deepEqual([one?.step, one?.faults], ['amount', { amount: 'At least $7.00.' }]);
  const several = refusedFields(error, { ...VALUES, price: 'milestones' }, RULES);
  assert.deepEqual(several?.milestone, { place: 1, field: 'amount', text: 'At least $7.00.' });
});

test('an own address is said to whom it belongs, also when the backend names no field', () => {
  assert.equal(
    refusedFields(refusal('EMAIL_TAKEN'), VALUES, RULES)?.faults.clientEmail,
    'This is your own address. Enter your client’s.',
  );
  assert.equal(
    refusedFields(refusal('EMAIL_TAKEN'), VALUES, { ...RULES, writer: 'client' })?.faults.clientEmail,
    'This is the freelancer’s own address. Enter yours.',
  );
});

test('a refusal about nothing in the form is none of its fields', () => {
  assert.equal(refusedFields(refusal('WRONG_STATE'), VALUES, RULES), undefined);
  assert.equal(refusedFields(refusal('VALIDATION', { pointer: '/currency', code: 'x' }), VALUES, RULES), undefined);
  assert.equal(refusedFields(new TypeError('fetch failed'), VALUES, RULES), undefined);
  assert.equal(refusedFields(undefined, VALUES, RULES), undefined);
});
