import type { ContractDraft, ContractRequestDraft, PartyId, Policy } from '@handsel/protocol';
import type { Decision, RuleContext } from './decision.ts';
import { draftFaults, writtenBy } from './draft.ts';
import { refuseFaults } from './faults.ts';
import type { ContractRecord, PartyRecord } from './state.ts';
import { Step } from './step.ts';

/**
 * Begins a contract as a draft: written by the freelancer, or asked for by a client from a public page.
 * @throws {Refusal} `VALIDATION`, `MIN_MILESTONE` or `EMAIL_TAKEN`, with a pointer to every field that is not right.
 */
export function createContract(
  draft: ContractDraft | ContractRequestDraft,
  origin: ContractRecord['origin'],
  freelancer: PartyRecord & { readonly partyId: PartyId },
  policy: Policy,
  context: RuleContext,
): Decision {
  refuseFaults(draftFaults(draft, freelancer, policy, context.now));
  const { terms, client, ...written } = writtenBy(draft, context.newId);
  const step = new Step(
    {
      ...EMPTY,
      ...written,
      id: context.newId('ctr'),
      origin,
      freelancer,
      client: { ...client, partyId: null },
      terms: { ...terms, version: 1, hash: '' },
      policy,
      createdAt: context.now,
      updatedAt: context.now,
    },
    context,
  );
  // Without a word of the draft: it can be thrown away, and events cannot.
  step.tell(origin === 'request' ? 'contract.requested' : 'contract.created');
  if (origin === 'request') step.mail('request_received', 'freelancer');
  return step.decision();
}

const EMPTY = {
  status: 'draft',
  signatures: [],
  paymentRequest: null,
  milestoneChange: null,
  charge: null,
  carried: 0,
  paid: 0,
  fees: 0,
  clientFees: 0,
  returned: 0,
  escrowRefund: null,
  holdReason: null,
  endReason: null,
  sentAt: null,
  acceptedAt: null,
  startedAt: null,
  endedAt: null,
  expiresAt: null,
  version: 0,
  seq: 0,
} as const satisfies Partial<ContractRecord>;
