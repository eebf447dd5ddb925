import { type Action, type Contract, type Milestone, type MilestoneState } from '@handsel/protocol';
import { contractOf } from '../../../../protocol/src/testing/samples.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** One milestone in a state, with the money that goes with it. */
export function sampleMilestone(number: number, amount: number, state: MilestoneState = 'planned'): Milestone {
  const held = state === 'active' || state === 'submitted' || state === 'changes_requested';
  return {
    id: `ms_${number}`,
    title: `Step ${number}`,
    description: '',
    amount: usd(amount),
    dueOn: null,
    state,
    escrow: usd(held ? amount : 0),
    released: usd(state === 'paid' ? amount : 0),
    refunded: usd(0),
    fundedAt: null,
    submittedAt: null,
    autoReleaseAt: state === 'submitted' ? '2026-12-07T14:20:00.000Z' : null,
    paidAt: null,
  };
}

/** An action the viewer may do, unless it is said otherwise. */
export function sampleAction(name: string, rest: Partial<Action> = {}): Action {
  return { name, allowed: true, hosted: false, ...rest };
}

/** A contract of two milestones, offered and not yet signed by its client, who looks at it. For rules that need no backend. */
export function sampleContract(rest: Partial<Contract> = {}): Contract {
  const milestones = rest.milestones ?? [sampleMilestone(1, 120_000), sampleMilestone(2, 180_000)];
  const sum = (of: (milestone: Milestone) => number) => usd(milestones.reduce((total, one) => total + of(one), 0));
  return contractOf({
    status: 'pending_acceptance',
    title: 'Website redesign',
    freelancer: { id: 'pty_1', name: 'Robin Vale', email: null, company: null },
    client: { id: 'pty_2', name: 'Kim Arden', email: 'kim@arden.example', company: null },
    viewer: 'client',
    terms: { version: 1, body: '', offerEndsOn: null, hash: 'a'.repeat(64) },
    signatures: [],
    milestones,
    paymentRequest: null,
    milestoneChange: null,
    figures: {
      total: sum(({ amount }) => amount.amount),
      paid: sum(({ released }) => released.amount),
      escrow: sum(({ escrow }) => escrow.amount),
      carried: usd(0),
      unfunded: sum(({ state, amount }) => (state === 'planned' ? amount.amount : 0)),
      returned: usd(0),
      fees: null,
      received: null,
    },
    actions: [],
    next: { by: 'client', action: null, milestoneId: null, until: null },
    sentAt: null,
    acceptedAt: null,
    startedAt: null,
    url: 'https://contracts.vale.example/review/ctr_1',
    version: 3,
    seq: 3,
    ...rest,
  });
}
