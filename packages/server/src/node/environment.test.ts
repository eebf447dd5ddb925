import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_POLICY } from '@handsel/protocol';
import { readEnvironment } from './environment.ts';

const policy = (text: string) => readEnvironment({ HANDSEL_POLICY: text }).policy;

describe('A policy in the environment', () => {
  it('stands over the default numbers', () => {
    assert.deepEqual(policy('{"reviewDays":10,"fees":{"freelancerBps":500}}'), {
      ...DEFAULT_POLICY,
      reviewDays: 10,
      fees: { ...DEFAULT_POLICY.fees, freelancerBps: 500 },
    });
  });

  it('that says what nobody can keep is refused before anything starts, by its name', () => {
    const wrong: Record<string, RegExp> = {
      '{"reviewDay":10}': /reviewDay\b/,
      '{"fees":{"freelanceBps":500}}': /fees\.freelanceBps/,
      '{"reviewDays":"10"}': /reviewDays/,
      '{"reviewDays":0}': /reviewDays/,
      '{"reviewDays":1.5}': /reviewDays/,
      '{"reviewDays":null}': /reviewDays/,
      '{"securityHoldDays":-1}': /securityHoldDays/,
      '{"fees":{"freelancerBps":-1}}': /fees\.freelancerBps/,
      '{"fees":{"freelancerBps":10001}}': /fees\.freelancerBps/,
      '{"fees":{"clientFeeRefundable":"no"}}': /fees\.clientFeeRefundable/,
      '{"fees":null}': /fees/,
      '{"minMilestoneMinor":{"USD":0}}': /minMilestoneMinor/,
      '{"reminderHours":[72,-24]}': /reminderHours/,
      '{"maxMilestones":5000}': /maxMilestones/,
      '[]': /HANDSEL_POLICY/,
      null: /HANDSEL_POLICY/,
      '{': /HANDSEL_POLICY/,
    };
    for (const [text, name] of Object.entries(wrong)) {
      assert.throws(() => policy(text), name, text);
      assert.throws(() => policy(text), /HANDSEL_POLICY/, text);
    }
  });
});

describe('Real money', () => {
  const stripe = (mode: string) => ({
    HANDSEL_STRIPE_SECRET_KEY: `sk_${mode}_x`,
    HANDSEL_STRIPE_PUBLIC_KEY: `pk_${mode}_x`,
    HANDSEL_STRIPE_WEBHOOK_SECRET: 'whsec_x',
  });

  it('needs a mail server: without mails nobody could sign in, and nobody could read them', () => {
    assert.throws(() => readEnvironment(stripe('live')), /HANDSEL_SMTP/);
    assert.equal(readEnvironment({ ...stripe('live'), HANDSEL_SMTP: 'smtp://127.0.0.1:25' }).testMode, false);
    assert.equal(readEnvironment(stripe('test')).testMode, true);
  });
});
