import type { ContractRecord, PartyRecord } from './state.ts';

/**
 * Everything that is signed, as a plain value that is hashed over its canonical JSON.
 *
 * Nothing in it changes by being sent, seen or signed: only a new version of the terms is another document.
 */
export function termsDocument(contract: ContractRecord) {
  const { id, title, description, currency, milestones, terms, policy, freelancer, client } = contract;
  const money = (amount: number) => ({ amount, currency });
  return {
    contractId: id,
    version: terms.version,
    freelancer: partyIn(freelancer),
    client: partyIn(client),
    title,
    description,
    currency,
    milestones: milestones.map((milestone) => ({
      title: milestone.title,
      description: milestone.description,
      amount: money(milestone.amount),
      dueOn: milestone.dueOn,
    })),
    total: money(milestones.reduce((sum, { amount }) => sum + amount, 0)),
    terms: terms.body,
    offerEndsOn: terms.offerEndsOn,
    fees: policy.fees,
    days: {
      invitation: policy.invitationTtlDays,
      funding: policy.fundingTtlDays,
      review: policy.reviewDays,
      securityHold: policy.securityHoldDays,
      escrowRefundReply: policy.escrowRefundReplyDays,
    },
  };
}

function partyIn({ name, company, email }: PartyRecord) {
  return { name, company, email };
}
