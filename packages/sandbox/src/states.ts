import { civilDateOf, type ContractDraft } from '@handsel/protocol';
import type { Play } from './play.ts';

type Written = Omit<ContractDraft, 'client'>;
type Step = (play: Play) => Promise<unknown>;

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** One amount for all of it. */
const ONE: Written = {
  title: 'Website redesign',
  description: 'Home, three service pages, contact. Photos come from the studio.',
  currency: 'USD',
  milestones: [{ title: 'Website redesign', amount: usd(50_000) }],
};

/** Two steps, each with its own price. */
const TWO: Written = {
  title: 'Brand and website',
  description: 'A mark, its colours and type; then five pages that use them.',
  currency: 'USD',
  milestones: [
    { title: 'Logo and colours', description: 'Mark, palette, typefaces.', amount: usd(80_000) },
    { title: 'Website', description: 'Five pages, ready to be filled.', amount: usd(120_000) },
  ],
};

/** What a visitor asks for. */
const WISH: Written = {
  title: 'A website for our sailing school',
  description: 'Course calendar and booking.',
  currency: 'USD',
  milestones: [],
};

const draft =
  (written: Written): Step =>
  (play) =>
    play.write(written);
const send: Step = (play) => play.sign('freelancer');
const accept: Step = (play) => play.sign('client');
const fund: Step = (play) => play.fund('next');
const fundAll: Step = (play) => play.fund('all');
const request: Step = (play) => play.requestPayment('It is online. The old addresses lead to the new pages.');
const approve: Step = (play) => play.approve();
const end: Step = (play) => play.end('We have merged with another studio.');
/** A call of one side that needs nothing but the contract. */
const press =
  (role: 'freelancer' | 'client', name: 'contracts.decline' | 'contracts.withdraw' | 'contracts.cancel'): Step =>
  async (play) => {
    await play.as(role, name, { contractId: play.contract.id });
    await play.look();
  };
const dispute: Step = async (play) => {
  await play.as('freelancer', 'disputes.open', { contractId: play.contract.id, statement: 'It was delivered.' });
  await play.look();
};
const endingToday: Step = (play) => play.write({ ...ONE, offerEndsOn: civilDateOf(play.host.clock.now()) });

const SENT = [draft(ONE), send];
const SIGNED = [...SENT, accept];
const ACTIVE = [...SIGNED, fund];
const REQUESTED = [...ACTIVE, request];
const TWO_ACTIVE = [draft(TWO), send, accept, fund];

/** How each named state comes about. */
export const STATES = {
  /** Written by the freelancer, not sent. */
  draft: [draft(ONE)],
  /** Asked for from a public page: a draft without a price. */
  request: [(play) => play.ask(WISH)],
  /** Signed by the freelancer and sent; the client has to answer. */
  sent: SENT,
  /** Signed by both; the client has to fund it. */
  signed: SIGNED,
  /** Funded and being worked on: one milestone of 500 dollars. */
  active: ACTIVE,
  /** The freelancer has asked for the 500 dollars. */
  'payment-requested': REQUESTED,
  /** The client wants changes before paying. */
  'changes-requested': [...REQUESTED, (play) => play.requestChanges('The contact form should ask for a phone number.')],
  /** The first of two milestones is funded and being worked on. */
  'two-milestones': TWO_ACTIVE,
  /** Both milestones are funded, the first is being worked on. */
  'all-funded': [draft(TWO), send, accept, fundAll],
  /** The first of two milestones is paid, the second waits to be funded. */
  'partly-paid': [...TWO_ACTIVE, request, approve],
  /** The freelancer proposes a higher price for the milestone in work. */
  'change-proposed': [...TWO_ACTIVE, (play) => play.proposePrice(usd(95_000), 'With the vehicle lettering.')],
  /** Paid, and over. */
  completed: [...REQUESTED, approve],
  declined: [...SENT, press('client', 'contracts.decline')],
  withdrawn: [...SENT, press('freelancer', 'contracts.withdraw')],
  /** Cancelled after both had signed, before it was funded. */
  cancelled: [...SIGNED, press('client', 'contracts.cancel')],
  /** Nobody answered until the day the offer ended. Turns the clock to that midnight. */
  expired: [endingToday, send, (play) => play.letOfferEnd()],
  /** The client has ended it; the freelancer has to say whether the 500 dollars go back. */
  ending: [...ACTIVE, end],
  /** The freelancer objects to the return. */
  disputed: [...ACTIVE, end, dispute],
  /** The operator has stopped new work. */
  paused: [...ACTIVE, (play) => play.hold('A question about the card.')],
} as const satisfies Readonly<Record<string, readonly Step[]>>;

/** A state that `sandbox.create` can bring a contract into. */
export type StateName = keyof typeof STATES;

/** The names of all states. */
export const STATE_NAMES = Object.keys(STATES) as StateName[];
