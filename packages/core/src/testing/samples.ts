import {
  type Contract,
  type ContractEvent,
  type ContractRequest,
  type ContractSummary,
  type PaymentRequest,
} from '@handsel/protocol';
import { contractOf as whole } from '../../../protocol/src/testing/samples.ts';

const AT = '2026-11-23T14:20:00.000Z';
const money = (amount: number) => ({ amount, currency: 'USD' });
const party = (name: string) => ({ id: null, name, email: null, company: null });
const next = { by: 'freelancer', action: 'paymentRequests.create', milestoneId: 'ms_1', until: null } as const;

/** An active contract over $500.00 of which little is told, changed as the test wants it. */
export function contractOf(changes: Partial<Contract> = {}): Contract {
  return whole({ milestones: [], signatures: [], paymentRequest: null, milestoneChange: null, ...changes });
}

/** The same as a line of a list. */
export function summaryOf(id: Contract['id']): ContractSummary {
  return {
    id,
    status: 'active',
    title: 'A logo',
    currency: 'USD',
    origin: 'freelancer',
    freelancer: party('Rin Vale'),
    client: party('Kit Arden'),
    viewer: 'freelancer',
    total: money(50_000),
    paid: money(0),
    escrow: money(50_000),
    next,
    milestone: null,
    endReason: null,
    expiresAt: null,
    updatedAt: AT,
    version: 5,
  };
}

/** A request for payment. */
export function paymentRequestOf(changes: Partial<PaymentRequest> = {}): PaymentRequest {
  return {
    id: 'prq_1',
    milestoneId: 'ms_1',
    amount: money(50_000),
    net: money(50_000),
    note: '',
    state: 'sent',
    sentAt: AT,
    emailedAt: null,
    viewedAt: null,
    decideBy: null,
    decidedAt: null,
    answer: null,
    ...changes,
  };
}

/** The receipt of a visitor's request. */
export function receiptOf(id: Contract['id']): ContractRequest {
  return { id, title: 'A logo', freelancerName: 'Rin Vale', receivedAt: AT };
}

/** An event of the contract. */
export function eventOf(seq: number, type = 'payment_request.viewed'): ContractEvent {
  return {
    id: `evt_${seq}`,
    contractId: 'ctr_1',
    seq,
    type,
    at: AT,
    actor: { role: 'client', name: 'Kit Arden' },
    data: {},
  };
}

/** A refusal as it goes over the wire. */
export function problemOf(status: number, code: string, extras: Record<string, unknown> = {}, headers = {}): Response {
  const body = { type: 'about:blank', title: code, status, code, ...extras };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Request-Id': 'req_42', ...headers },
  });
}
