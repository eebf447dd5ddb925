import { DEFAULT_POLICY } from '../policy.ts';
import type { Contract } from '../resources/contract.ts';
import type { ContractEvent } from '../resources/event.ts';
import type { Session } from '../resources/session.ts';

const AT = '2026-11-23T14:20:00.000Z';
const money = (amount: number) => ({ amount, currency: 'USD' });
const party = (name: string) => ({ id: null, name, email: null, company: null });

/** An active contract over $500.00, with something in every list. */
export function contractOf(changes: Partial<Contract> = {}): Contract {
  return {
    id: 'ctr_1',
    type: 'fixed',
    status: 'active',
    title: 'A logo',
    description: '',
    currency: 'USD',
    origin: 'freelancer',
    freelancer: party('Rin Vale'),
    client: party('Kit Arden'),
    viewer: 'freelancer',
    terms: { version: 1, body: '', offerEndsOn: '2026-12-04', hash: 'a'.repeat(64) },
    signatures: [{ role: 'freelancer', name: 'Rin Vale', at: AT, termsHash: 'a'.repeat(64) }],
    milestones: [milestoneOf()],
    currentMilestoneId: 'ms_1',
    paymentRequest: {
      id: 'prq_1',
      milestoneId: 'ms_1',
      amount: money(50_000),
      net: money(50_000),
      note: '',
      state: 'changes_requested',
      sentAt: AT,
      emailedAt: AT,
      viewedAt: AT,
      decideBy: null,
      decidedAt: AT,
      answer: 'In blue, please.',
    },
    milestoneChange: {
      id: 'mcr_1',
      by: 'freelancer',
      items: [
        { op: 'add', title: 'Letterhead', amount: money(5_000), dueOn: null },
        { op: 'edit', milestoneId: 'ms_1', amount: money(60_000) },
        { op: 'remove', milestoneId: 'ms_1' },
        { op: 'reorder', milestoneIds: ['ms_1'] },
      ],
      note: '',
      state: 'open',
      createdAt: AT,
      decidedAt: null,
    },
    chargePending: false,
    figures: {
      total: money(50_000),
      paid: money(0),
      escrow: money(50_000),
      carried: money(0),
      unfunded: money(0),
      returned: money(0),
      fees: money(0),
      received: null,
    },
    actions: [{ name: 'paymentRequests.create', allowed: true, hosted: false, milestoneId: 'ms_1' }],
    next: { by: 'freelancer', action: 'paymentRequests.create', milestoneId: 'ms_1', until: null },
    policy: DEFAULT_POLICY,
    simulated: true,
    endReason: null,
    sentAt: AT,
    acceptedAt: AT,
    startedAt: AT,
    endedAt: null,
    expiresAt: null,
    url: 'https://desk.example/contracts/ctr_1',
    asOf: AT,
    createdAt: AT,
    updatedAt: AT,
    version: 5,
    seq: 7,
    ...changes,
  };
}

function milestoneOf(): Contract['milestones'][number] {
  return {
    id: 'ms_1',
    title: 'All of it',
    description: '',
    amount: money(50_000),
    dueOn: '2026-12-04',
    state: 'changes_requested',
    escrow: money(50_000),
    released: money(0),
    refunded: money(0),
    fundedAt: AT,
    submittedAt: AT,
    autoReleaseAt: null,
    paidAt: null,
  };
}

/** An event of the contract. */
export function eventOf(seq: number, type = 'payment_request.viewed'): ContractEvent {
  const actor = { role: 'client', name: 'Kit Arden' } as const;
  return { id: `evt_${seq}`, contractId: 'ctr_1', seq, type, at: AT, actor, data: { milestoneId: 'ms_1' } };
}

/** Who is signed in. */
export function sessionOf(changes: Partial<Session> = {}): Session {
  return {
    token: null,
    kind: 'hosted',
    role: 'freelancer',
    party: party('Rin Vale'),
    contractId: null,
    expiresAt: AT,
    simulated: true,
    ...changes,
  };
}
