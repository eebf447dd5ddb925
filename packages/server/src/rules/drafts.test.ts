import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FieldError, LARGEST_PRICE, Refusal } from '@handsel/protocol';
import { draftOf, Play, type PlayOptions } from './testing/play.ts';

function refusal(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new assert.AssertionError({ message: 'nothing was refused' });
}

const writing = (options: PlayOptions) => refusal(() => new Play(options));
const pointers = ({ extras }: Refusal) => (extras.errors ?? []).map(({ pointer }: FieldError) => pointer);

describe('writing a draft', () => {
  it('refuses an amount below the smallest, and names it', () => {
    const error = writing({ amounts: [50_000, 499] });
    assert.equal(error.code, 'MIN_MILESTONE');
    assert.deepEqual(error.extras.errors, [
      {
        pointer: '/milestones/1/amount',
        code: 'too_small',
        minimum: 500,
        message: 'This is below the smallest amount of a milestone.',
      },
    ]);
  });

  it('knows the smallest amount of other currencies', () => {
    assert.equal(writing({ currency: 'JPY', amounts: [4] }).code, 'MIN_MILESTONE');
    assert.equal(new Play({ currency: 'JPY', amounts: [5] }).contract.milestones.length, 1);
    assert.equal(writing({ currency: 'KWD', amounts: [4_999] }).code, 'MIN_MILESTONE');
    assert.equal(new Play({ currency: 'KWD', amounts: [5_000] }).contract.milestones.length, 1);
  });

  it('refuses what is no amount: a fraction, not a number, more than can be held', () => {
    for (const amount of [500.5, Number.NaN, Number.POSITIVE_INFINITY, LARGEST_PRICE + 1]) {
      assert.deepEqual(pointers(writing({ amounts: [amount] })), ['/milestones/0/amount']);
    }
  });

  it('refuses another currency, and one that is none', () => {
    const milestones = [{ title: 'Step 1', amount: { amount: 50_000, currency: 'EUR' } }];
    assert.deepEqual(pointers(writing({ draft: { milestones } })), ['/milestones/0/amount/currency']);
    assert.deepEqual(pointers(writing({ currency: 'XAU' })), ['/currency']);
    assert.deepEqual(pointers(writing({ currency: 'DEM' })), ['/currency']);
  });

  it('refuses your own address, however it is written', () => {
    const error = writing({ draft: { client: { email: 'RIN@vale.example' } } });
    assert.equal(error.code, 'EMAIL_TAKEN');
    assert.deepEqual(pointers(error), ['/client/email']);
  });

  it('names all that is wrong at once', () => {
    const error = writing({
      amounts: [1, 50_000],
      draft: { client: { email: 'rin@vale.example' }, offerEndsOn: '2026-11-19' },
    });
    assert.equal(error.code, 'VALIDATION');
    assert.deepEqual(pointers(error), ['/client/email', '/milestones/0/amount', '/offerEndsOn']);
  });

  it('refuses more milestones than the policy allows', () => {
    const options = { amounts: [500, 500, 500], policy: { maxMilestones: 2 } };
    assert.deepEqual(pointers(writing(options)), ['/milestones']);
  });

  it('takes an unfinished one, and an offer that ends today', () => {
    const play = new Play({ amounts: [], draft: { description: '', offerEndsOn: '2026-11-20' } });
    assert.equal(play.contract.status, 'draft');
  });

  it('keeps the address in small letters, as it is looked for', () => {
    assert.equal(new Play().contract.client.email, 'kim@arden.example');
  });
});

describe('sending it', () => {
  it('refuses one that is unfinished, and names what is missing', () => {
    const play = new Play({ amounts: [], draft: { description: ' ' } });
    assert.deepEqual(pointers(refusal(() => play.send())), ['/description', '/milestones']);
  });

  it('refuses one whose last day is over by now', () => {
    const play = new Play({ draft: { offerEndsOn: '2026-11-20' } }).after({ days: 1 });
    assert.deepEqual(pointers(refusal(() => play.send())), ['/offerEndsOn']);
  });

  it('refuses a signature under other terms than those there are', () => {
    const play = new Play();
    const old = play.contract.terms.hash;
    play.as('freelancer', { name: 'contracts.update', draft: draftOf({ amounts: [130_000] }) });
    const signed = { name: 'contracts.send', termsHash: old, signature: 'Rin Vale' } as const;
    assert.equal(refusal(() => play.as('freelancer', signed)).code, 'VERSION_CONFLICT');
  });

  it('stays under the same terms by being sent, seen and signed', () => {
    const play = new Play();
    const { hash } = play.contract.terms;
    assert.equal(play.send().contract.terms.hash, hash);
    assert.equal(play.as('client', { name: 'invitation.verified' }).contract.terms.hash, hash);
    play.accept();
    assert.deepEqual(
      play.contract.signatures.map(({ role, termsHash }) => [role, termsHash === hash]),
      [
        ['freelancer', true],
        ['client', true],
      ],
    );
  });

  it('cannot be accepted under the old terms once it was revised', () => {
    const play = new Play().send();
    const old = play.contract.terms.hash;
    play.as('freelancer', { name: 'contracts.revise', draft: draftOf(), signature: 'Rin Vale' });
    assert.equal(play.contract.terms.version, 2);
    assert.notEqual(play.contract.terms.hash, old);
    assert.equal(play.contract.signatures[0]?.termsHash, play.contract.terms.hash);
    const signed = { name: 'contracts.accept', termsHash: old, signature: 'Kim' } as const;
    assert.equal(refusal(() => play.as('client', signed)).code, 'VERSION_CONFLICT');
    assert.equal(play.accept().contract.status, 'pending_funding');
  });

  it('forgets who confirmed the old address when the offer goes to another', () => {
    const play = new Play().send();
    const known = { ...play.contract, client: { ...play.contract.client, partyId: 'pty_kim' as const } };
    play.contract = known;
    play.as('freelancer', { name: 'contracts.revise', draft: draftOf(), signature: 'Rin Vale' });
    assert.equal(play.contract.client.partyId, 'pty_kim');
    const other = draftOf({ draft: { client: { email: 'lou@arden.example' } } });
    play.as('freelancer', { name: 'contracts.revise', draft: other, signature: 'Rin Vale' });
    assert.equal(play.contract.client.partyId, null);
  });
});
