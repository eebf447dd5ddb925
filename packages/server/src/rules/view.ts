import type {
  Action,
  CallerKind,
  Contract,
  ContractSummary,
  Instant,
  Milestone,
  Money,
  Party,
  PaymentRequest,
  Role,
} from '@handsel/protocol';
import * as operations from '@handsel/protocol/operations';
import { actionsFor } from './actions.ts';
import { figuresOf } from './figures.ts';
import { splitRelease } from './ledger.ts';
import { currentMilestone, currentMilestoneId, openCharge, openRequest } from './milestones.ts';
import { nextStep } from './next.ts';
import type { ContractRecord, MilestoneRecord, PartyRecord } from './state.ts';

/** What a view depends on besides the contract and its viewer. */
export interface ViewOptions {
  /** Address of the contract on the backend's own pages. */
  readonly url: string;
  /** True when money is only simulated. */
  readonly simulated: boolean;
  /** What the viewer holds: says which actions need the backend's own pages. */
  readonly credential: CallerKind;
  readonly now: Instant;
}

/** A contract as one of its two sides may see it. */
export function viewOf(contract: ContractRecord, viewer: Role, options: ViewOptions): Contract {
  const figures = figuresOf(contract);
  return {
    id: contract.id,
    type: 'fixed',
    status: contract.status,
    title: contract.title,
    description: contract.description,
    currency: contract.currency,
    origin: contract.origin,
    freelancer: partyView(contract.freelancer),
    client: partyView(contract.client),
    viewer,
    terms: contract.terms,
    signatures: [...contract.signatures],
    milestones: contract.milestones.map((milestone) => milestoneView(contract, milestone)),
    currentMilestoneId: currentMilestoneId(contract),
    paymentRequest: requestView(contract),
    milestoneChange: openChange(contract),
    chargePending: openCharge(contract) !== null,
    // What the freelancer is left with is not the client's business.
    figures: viewer === 'client' ? { ...figures, fees: null, received: null } : figures,
    actions: actionViews(contract, viewer, options),
    next: nextStep(contract),
    policy: contract.policy,
    simulated: options.simulated,
    endReason: contract.endReason,
    sentAt: contract.sentAt,
    acceptedAt: contract.acceptedAt,
    startedAt: contract.startedAt,
    endedAt: contract.endedAt,
    expiresAt: contract.expiresAt,
    url: options.url,
    asOf: options.now,
    createdAt: contract.createdAt,
    updatedAt: contract.updatedAt,
    version: contract.version,
    seq: contract.seq,
  };
}

/** A contract as a line of a list. */
export function summaryOf(contract: ContractRecord, viewer: Role): ContractSummary {
  const { total, paid, escrow } = figuresOf(contract);
  const next = nextStep(contract);
  return {
    id: contract.id,
    status: contract.status,
    title: contract.title,
    currency: contract.currency,
    origin: contract.origin,
    freelancer: partyView(contract.freelancer),
    client: partyView(contract.client),
    viewer,
    total,
    paid,
    escrow,
    next,
    milestone: placeOf(contract, next.milestoneId),
    endReason: contract.endReason,
    expiresAt: contract.expiresAt,
    updatedAt: contract.updatedAt,
    version: contract.version,
  };
}

function placeOf(contract: ContractRecord, nextId: string | null): ContractSummary['milestone'] {
  const { milestones } = contract;
  const shown = nextId === null ? currentMilestone(contract) : milestones.find(({ id }) => id === nextId);
  if (!shown) return null;
  const number = milestones.indexOf(shown) + 1;
  return { number, of: milestones.length, state: shown.state, title: shown.title };
}

const CALLERS = new Map<string, readonly CallerKind[]>(
  Object.values(operations).map(({ name, callers }) => [name, callers]),
);

function actionViews(contract: ContractRecord, viewer: Role, { credential, now }: ViewOptions): Action[] {
  return actionsFor(contract, viewer, now).map((action) => ({
    ...action,
    hosted: action.allowed && !(CALLERS.get(action.name) ?? []).includes(credential),
  }));
}

function partyView({ partyId, name, email, company }: PartyRecord): Party {
  return { id: partyId, name, email, company };
}

function milestoneView({ currency }: ContractRecord, milestone: MilestoneRecord): Milestone {
  const money = (amount: number): Money => ({ amount, currency });
  const { id, title, description, dueOn, state, fundedAt, submittedAt, autoReleaseAt, paidAt } = milestone;
  return {
    id,
    title,
    description,
    amount: money(milestone.amount),
    dueOn,
    state,
    escrow: money(milestone.escrow),
    released: money(milestone.released),
    refunded: money(milestone.refunded),
    fundedAt,
    submittedAt,
    autoReleaseAt,
    paidAt,
  };
}

function openChange({ milestoneChange }: ContractRecord): Contract['milestoneChange'] {
  return milestoneChange?.state === 'open' ? { ...milestoneChange, items: [...milestoneChange.items] } : null;
}

function requestView(contract: ContractRecord): PaymentRequest | null {
  const { paymentRequest: request, currency, milestones } = contract;
  if (!request) return null;
  const open = openRequest(contract) !== null;
  const milestone = milestones.find(({ id }) => id === request.milestoneId);
  return {
    ...request,
    amount: { amount: request.amount, currency },
    net: { amount: splitRelease(contract, request.amount).net, currency },
    decideBy: open ? (milestone?.autoReleaseAt ?? null) : null,
  };
}
