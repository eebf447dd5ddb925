import assert from 'node:assert/strict';
import {
  type Contract,
  type ContractDraft,
  type ContractId,
  isHandselError,
  type Milestone,
  type MoneyPreviewDraft,
} from '@handsel/core';
import fc from 'fast-check';
import type { TestApp } from '../../../packages/server/src/testing/app.ts';
import { bothSides, DRAFT, type Sides } from '../../play/contract.ts';

/** One thing somebody tries: numbers that are read as a choice, so that any list of them is a walk. */
export interface Stride {
  readonly what: number;
  readonly which: number;
  /** How much of what there is, from 0 to 100. */
  readonly share: number;
}

/** A contract and what is tried with it. */
export const walks = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  amounts: fc.array(fc.integer({ min: 5_000, max: 1_000_003 }), { minLength: 1, maxLength: 3 }),
  strides: fc.array(fc.record({ what: fc.nat(999), which: fc.nat(9), share: fc.nat(100) }), {
    minLength: 5,
    maxLength: 25,
  }),
});

/** What one walk is made of. */
export type Walk = typeof walks extends fc.Arbitrary<infer W> ? W : never;

interface Moment extends Stride {
  readonly sides: Sides;
  readonly id: ContractId;
  readonly contract: Contract;
  readonly milestone: Milestone;
  readonly app: TestApp;
}

type Try = (moment: Moment) => Promise<unknown>;

const money = ({ contract: { currency } }: Moment, amount: number) => ({ amount, currency });
const part = (whole: number, share: number) => (share > 50 ? whole : Math.floor((whole * share) / 50));
const reason = 'Plans changed.';

async function consented({ sides, id }: Moment, who: keyof Sides, draft: MoneyPreviewDraft): Promise<string> {
  return (await sides[who].previews.create(id, draft)).consentToken;
}

const CARDS = ['pm_sim_success_visa', 'pm_sim_success_visa', 'pm_sim_declined_card', 'pm_sim_times_out_card'] as const;

const fund: Try = async (moment) => {
  const { sides, id, which } = moment;
  const scope = which % 2 === 0 ? 'next' : 'all';
  const consentToken = await consented(moment, 'client', { command: 'contracts.fund', scope });
  const paymentMethod = CARDS[which % CARDS.length] ?? CARDS[0];
  return sides.client.contracts.fund(id, { scope, paymentMethod, consentToken });
};

const approve: Try = async (moment) => {
  const { sides, id, milestone, share, which } = moment;
  const amount = money(moment, part(milestone.escrow.amount, share));
  const shown = { amount, underpaymentReason: 'Less was done.', end: which === 0 };
  const preview = { command: 'milestones.approve', milestoneId: milestone.id, ...shown } as const;
  const consentToken = await consented(moment, 'client', preview);
  return sides.client.milestones.approve(id, milestone.id, { ...shown, consentToken });
};

const propose: Try = (moment) => {
  const { sides, id, milestone, share, which } = moment;
  const amount = money(moment, milestone.amount.amount + share * 7);
  const items = [
    { op: 'edit', milestoneId: milestone.id, amount },
    { op: 'add', title: 'One more', amount },
    { op: 'remove', milestoneId: milestone.id },
  ] as const;
  const item = items[which % items.length] ?? items[0];
  return sides[which % 2 === 0 ? 'freelancer' : 'client'].milestoneChanges.create(id, { items: [item] });
};

const acceptChange: Try = async (moment) => {
  const { sides, id, contract, which } = moment;
  const who = which % 4 === 0 ? 'freelancer' : 'client';
  const consentToken = await consented(moment, who, { command: 'milestoneChanges.accept' });
  const paymentMethod = 'pm_sim_success_visa';
  const changeId = contract.milestoneChange?.id ?? 'mcr_none';
  return sides[who].milestoneChanges.accept(id, changeId, { paymentMethod, consentToken });
};

const endByClient: Try = async (moment) => {
  const { sides, id, contract, share } = moment;
  const pay = money(moment, part(contract.figures.escrow.amount, share));
  const consentToken = await consented(moment, 'client', { command: 'contracts.endByClient', pay });
  return sides.client.contracts.endByClient(id, { reason, pay, consentToken });
};

const endByFreelancer: Try = async (moment) => {
  const consentToken = await consented(moment, 'freelancer', { command: 'contracts.endByFreelancer' });
  return moment.sides.freelancer.contracts.endByFreelancer(moment.id, { reason, consentToken });
};

const returnRest: Try = async (moment) => {
  const consentToken = await consented(moment, 'freelancer', { command: 'escrowRefunds.approve' });
  return moment.sides.freelancer.escrowRefunds.approve(moment.id, { consentToken });
};

const request: Try = ({ sides, id, milestone }) => sides.freelancer.paymentRequests.create(id, milestone.id);
const changes: Try = ({ sides, id, contract }) =>
  sides.client.paymentRequests.requestChanges(id, contract.paymentRequest?.id ?? 'prq_none', { note: 'Bluer.' });
const takeBack: Try = ({ sides, id, contract }) =>
  sides.freelancer.paymentRequests.withdraw(id, contract.paymentRequest?.id ?? 'prq_none');
const reject: Try = ({ sides, id, contract, which }) =>
  sides[which % 2 === 0 ? 'client' : 'freelancer'].milestoneChanges.reject(
    id,
    contract.milestoneChange?.id ?? 'mcr_none',
  );
const dispute: Try = ({ sides, id }) => sides.freelancer.disputes.open(id, { statement: 'It was delivered.' });
const wait: Try = ({ app, share }) => app.advance(share * 4);

// What ends a contract is rare, or every walk would be a short one; waiting can always be done.
const TRIES: readonly (readonly [name: string, attempt: Try, times: number])[] = [
  ['contracts.fund', fund, 6],
  ['paymentRequests.create', request, 6],
  ['milestones.approve', approve, 6],
  ['milestoneChanges.create', propose, 4],
  ['milestoneChanges.accept', acceptChange, 6],
  ['milestoneChanges.reject', reject, 2],
  ['paymentRequests.requestChanges', changes, 2],
  ['paymentRequests.withdraw', takeBack, 2],
  ['contracts.endByClient', endByClient, 1],
  ['contracts.endByFreelancer', endByFreelancer, 1],
  ['escrowRefunds.approve', returnRest, 1],
  ['disputes.open', dispute, 1],
  ['', wait, 2],
];

/** Three of four strides are something that is possible, the others may be anything. */
function chosen(allowed: ReadonlySet<string>, { what, share }: Stride): Try {
  const names = share % 4 === 0 ? TRIES : TRIES.filter(([name]) => name === '' || allowed.has(name));
  const attempts = names.flatMap(([, attempt, times]) => Array.from({ length: times }, () => attempt));
  return attempts[what % attempts.length] ?? wait;
}

function possible(...views: readonly Contract[]): Set<string> {
  return new Set(views.flatMap(({ actions }) => actions.filter(({ allowed }) => allowed).map(({ name }) => name)));
}

/** Signs a contract, and answers its id. */
export async function sign({ freelancer, client }: Sides, { currency, amounts }: Walk): Promise<ContractId> {
  const milestones = amounts.map((amount, index) => ({ title: `Step ${index + 1}`, amount: { amount, currency } }));
  const draft: ContractDraft = { ...DRAFT, currency, milestones };
  const { id, terms } = await freelancer.contracts.create(draft);
  const termsHash = terms.hash;
  await freelancer.contracts.send(id, { termsHash, signature: 'Robin Vale' });
  await client.contracts.accept(id, { termsHash, signature: 'Kim Arden' });
  return id;
}

/** Walks on with one contract; after each stride `look` sees it. Answers how many strides were taken, not refused. */
export async function wander(
  app: TestApp,
  { strides, ...walk }: Walk,
  look: (contract: Contract) => Promise<void>,
): Promise<number> {
  const sides = bothSides(app);
  const id = await sign(sides, { strides, ...walk });
  let taken = 0;
  for (const stride of strides) {
    const contract = await sides.freelancer.contracts.retrieve(id);
    const allowed = possible(contract, await sides.client.contracts.retrieve(id));
    const current = contract.milestones.find((each) => each.id === contract.currentMilestoneId);
    const other = contract.milestones[stride.which % contract.milestones.length];
    const milestone = stride.which < 8 && current ? current : other;
    assert.ok(milestone);
    const attempt = chosen(allowed, stride);
    taken += await attempt({ ...stride, sides, id, contract, milestone, app }).then(() => 1, refused);
    await look(await sides.freelancer.contracts.retrieve(id));
  }
  return taken;
}

/** Being refused is a part of the walk; failing is not. */
function refused(error: unknown): number {
  if (!isHandselError(error) || error.status === undefined || error.status >= 500) throw error;
  return 0;
}
