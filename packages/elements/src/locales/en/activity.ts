import type { EventType } from '@handsel/protocol';
import { readingWords } from './reading.ts';

/** What a line may speak of; everything comes written. `who` did it, `you` counts as a name. */
export interface ActivityFacts {
  readonly who: string;
  readonly freelancer: string;
  readonly client: string;
  readonly title: string;
  readonly amount: string;
  readonly hours: string;
  /** Whether a person did it, and not the clock. */
  readonly person: boolean;
}

type Line = (facts: ActivityFacts) => string;

const lines: Readonly<Record<EventType, Line>> = {
  'contract.requested': ({ client }) => `${client} asked for a contract`,
  'contract.created': ({ who }) => `${who} wrote the contract`,
  'contract.draft_updated': ({ who }) => `${who} changed the draft`,
  'contract.sent': ({ who }) => `${who} signed the contract and sent it`,
  'contract.revised': ({ who }) => `${who} sent a new version of the offer`,
  'contract.resent': ({ who }) => `${who} sent the e-mail again`,
  'contract.withdrawn': ({ who }) => `${who} withdrew the offer`,
  'contract.declined': ({ who }) => `${who} declined the offer`,
  'contract.expired': () => 'The offer expired',
  'contract.accepted': ({ who }) => `${who} signed and accepted`,
  'contract.activated': () => 'The contract became active',
  'contract.paused': () => 'The contract was paused',
  'contract.resumed': () => 'The contract went on',
  'contract.awaiting_next': () => 'Everything in escrow is paid. The next milestone waits for funds',
  'contract.end_requested': ({ who }) => `${who} ended the contract`,
  'contract.ended': () => 'The contract ended',
  'contract.completed': () => 'The contract is complete',
  'contract.cancelled': ({ who, person }) =>
    person ? `${who} cancelled the contract` : 'The contract was cancelled: it was not funded in time',
  'invitation.verified': ({ who }) => `${who} confirmed the e-mail address`,
  'milestone.added': ({ title }) => `${title} was added`,
  'milestone.updated': ({ title }) => `${title} was changed`,
  'milestone.removed': ({ title }) => `${title} was removed`,
  'milestone.reordered': () => 'The milestones were put in a new order',
  'milestone.funded': ({ title, amount }) => `${amount} went into escrow for ${title}`,
  'milestone.activated': ({ title }) => `Work on ${title} can begin`,
  'milestone.submitted': ({ who, title, amount }) => `${who} asked for ${amount} for ${title}`,
  'milestone.submission_withdrawn': ({ who, title }) => `${who} took the request for ${title} back`,
  'milestone.changes_requested': ({ who, title }) => `${who} asked for changes to ${title}`,
  'milestone.approved': ({ who, title, amount }) => `${who} approved ${amount} for ${title}`,
  'milestone.auto_approved': ({ title }) => `${title} was approved by itself: there was no answer in time`,
  'milestone.paid': ({ title }) => `${title} is paid`,
  'milestone.refunded': ({ title, client }) => `The money for ${title} went back to ${client}`,
  'milestone_change.requested': ({ who }) => `${who} proposed a change of the milestones`,
  'milestone_change.accepted': ({ who }) => `${who} agreed to the change of the milestones`,
  'milestone_change.rejected': ({ who }) => `${who} rejected the change of the milestones`,
  'milestone_change.withdrawn': ({ who }) => `${who} took the proposed change back`,
  'payment_request.viewed': ({ who }) => `${who} read the request for payment`,
  'payment.released': ({ amount, freelancer }) => `${amount} was released to ${freelancer}`,
  'charge.started': ({ amount, client }) => `${client} began to pay ${amount}`,
  'charge.succeeded': ({ amount, client }) => `${client} paid ${amount} into escrow`,
  'charge.failed': ({ amount }) => `A payment of ${amount} failed. Nothing was charged`,
  'escrow.carried': ({ amount }) => `${amount} stays in escrow for the next milestone`,
  'escrow.returned': ({ amount, client }) => `${amount} went back to ${client}`,
  'escrow_refund.requested': ({ amount, who }) => `${who} asked for ${amount} back`,
  'escrow_refund.approved': ({ amount, who }) => `${who} agreed to the return of ${amount}`,
  'escrow_refund.auto_approved': ({ amount }) => `${amount} goes back: there was no answer in time`,
  'dispute.opened': ({ amount, who }) => `${who} objected to the return of ${amount}`,
  'deadline.approaching': ({ hours }) => `A reminder went out: ${hours} hours are left`,
};

/** What the activity says. A line of a newer backend that is not here is left out. */
export const activityWords = {
  ...readingWords,
  label: 'Activity',
  none: 'Nothing has happened yet.',
  you: 'You',
  youInside: 'you',
  somebody: 'The client',
  quoted: (text: string) => `“${text}”`,
  aMilestone: 'a milestone',
  earlier: 'Show earlier activity',
  lines,
};

/** The table a page may replace, entry by entry. */
export type ActivityWords = typeof activityWords;
