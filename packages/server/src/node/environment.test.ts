import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEFAULT_POLICY } from '@handsel/protocol';
import { startServer } from '../node.ts';
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
    HANDSEL_STRIPE_WEBHOOK_SECRET: 'whsec_x',
  });

  it('needs a mail server: without mails nobody could sign in, and nobody could read them', () => {
    assert.throws(() => readEnvironment(stripe('live')), /HANDSEL_SMTP/);
    assert.equal(readEnvironment({ ...stripe('live'), HANDSEL_SMTP: 'smtp://127.0.0.1:25' }).testMode, false);
    assert.equal(readEnvironment(stripe('test')).testMode, true);
  });
});

describe('A setting that cannot be meant', () => {
  it('is refused before anything starts, by its name', () => {
    const wrong = {
      HANDSEL_SMTP: ['mail.example:587', 'http://mail.example', 'smtp://', 'smtp://mail.example:port'],
      HANDSEL_CURRENCY: ['XYQ', 'usd', ''],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) {
        assert.throws(() => readEnvironment({ [name]: value }), new RegExp(`^Error: ${name} must be `), value);
      }
    }
    assert.equal(readEnvironment({ HANDSEL_SMTP: 'smtps://me:secret@mail.example' }).smtp?.startsWith('smtps:'), true);
    assert.equal(readEnvironment({ HANDSEL_CURRENCY: 'EUR' }).freelancer.currency, 'EUR');
  });
});

describe('A place for the data that cannot be opened', () => {
  const startOver = (environment: Record<string, string>) =>
    startServer({ environment: readEnvironment({ PORT: '0', ...environment }) });

  it('is named by its variable, with the reason, and without the password of a database', async () => {
    await assert.rejects(
      startOver({ HANDSEL_DATA: import.meta.dirname }),
      /^Error: HANDSEL_DATA \(.+\) cannot be opened: /,
    );
    await assert.rejects(startOver({ HANDSEL_DATABASE: 'postgres://me:secret@127.0.0.1:1/handsel' }), (error) => {
      assert.match(String(error), /^Error: HANDSEL_DATABASE cannot be opened: .*ECONNREFUSED/);
      assert.doesNotMatch(String(error), /secret/);
      return true;
    });
  });
});
