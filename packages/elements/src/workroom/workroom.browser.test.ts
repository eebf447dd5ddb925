import { expect } from '@open-wc/testing';
import type { StateName } from '@handsel/sandbox';
import { about } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { enter, menu, next, part } from './testing/acts.ts';
import type { WorkroomElement } from './workroom.ts';

interface Room {
  readonly state: string;
  readonly sum?: string;
  readonly next: string;
  readonly menu: readonly string[];
}

const TERMS = 'View terms';
const WORK = ['Request Payment', 'Add or edit milestones', TERMS, 'End contract'];
const PAY = 'Pay into escrow (not: Everything is funded)';
const NO_CHANGES = 'Ask for changes (not: Nothing is asked for now)';
const not = (reason: string) => `Request Payment (not: ${reason})`;

const FREELANCER: Readonly<Partial<Record<StateName, Room>>> = {
  draft: {
    state: 'Draft',
    next: 'Check it once more [Review and send]',
    menu: ['Review and send', 'Edit the draft', TERMS, 'Discard the draft'],
  },
  request: {
    state: 'Draft',
    sum: '',
    next: 'Kim asks you for this contract [Review and send]',
    menu: ['Review and send', 'Edit the draft', TERMS, 'Discard the draft'],
  },
  sent: {
    state: 'Pending acceptance',
    next: 'Wait for your client [Send the e-mail again]',
    menu: [
      not('Possible when the contract is active'),
      'Change the offer',
      'Send the e-mail again',
      TERMS,
      'Withdraw the offer',
    ],
  },
  signed: {
    state: 'Pending funding',
    next: 'Do not start yet',
    menu: [not('Possible when the money is in escrow'), TERMS, 'Cancel contract'],
  },
  active: { state: 'Active', next: 'Finished with “Website redesign”?', menu: WORK },
  'payment-requested': {
    state: 'Active',
    next: 'Waiting for Kim to approve',
    menu: [not('You have asked already'), 'Take the request back', ...WORK.slice(1)],
  },
  'changes-requested': { state: 'Active', next: 'Kim asks for changes to “Website redesign”', menu: WORK },
  'two-milestones': { state: 'Active', sum: '$2,000.00', next: 'Finished with “Logo and colours”?', menu: WORK },
  'partly-paid': {
    state: 'Active',
    sum: '$2,000.00',
    next: 'Do not start yet',
    menu: [not('Possible when the money is in escrow'), ...WORK.slice(1)],
  },
  'change-proposed': {
    state: 'Active',
    sum: '$2,000.00',
    next: 'Finished with “Logo and colours”?',
    menu: [
      'Request Payment',
      'Add or edit milestones (not: A proposed change waits for an answer)',
      'Take the change back',
      ...WORK.slice(2),
    ],
  },
  completed: { state: 'Completed', sum: '$500.00 (Paid)', next: '$500.00 (Paid)', menu: [TERMS] },
  declined: { state: 'Declined', next: 'Kim declined', menu: [TERMS] },
  withdrawn: { state: 'Withdrawn', next: 'You withdrew this offer', menu: [TERMS] },
  cancelled: { state: 'Cancelled', next: 'Cancelled', menu: [TERMS] },
  expired: { state: 'Expired', next: 'This offer expired', menu: [TERMS] },
  ending: {
    state: 'Ending: refund requested',
    next: 'Kim ended the contract and wants $500.00 back [Agree to return $500.00] [Object]',
    menu: ['Return the money to Kim', 'Object to the return', not('Not possible now'), TERMS],
  },
  disputed: { state: 'In dispute', next: 'In dispute', menu: [not('The dispute is settled first'), TERMS] },
  paused: {
    state: 'Paused',
    next: 'This contract is paused',
    menu: [
      not('Possible when the contract goes on'),
      'Add or edit milestones (not: Possible when the contract goes on)',
      ...WORK.slice(2),
    ],
  },
};

const CLIENT: Readonly<Partial<Record<StateName, Room>>> = {
  sent: {
    state: 'Pending acceptance',
    next: 'Robin offers you this contract [Review contract]',
    menu: ['Sign and accept', TERMS, 'Decline'],
  },
  signed: {
    state: 'Pending funding',
    next: 'Put $500.00 in escrow [Pay into escrow]',
    menu: ['Pay into escrow', TERMS, 'Cancel contract'],
  },
  active: {
    state: 'Active',
    next: 'Robin works on “Website redesign”',
    menu: ['Review and pay', NO_CHANGES, PAY, ...WORK.slice(1)],
  },
  'payment-requested': {
    state: 'Active',
    next: 'Robin asks for $500.00 [Review and pay]',
    menu: ['Review and pay', 'Ask for changes', PAY, ...WORK.slice(1)],
  },
  'changes-requested': {
    state: 'Active',
    next: 'Robin works on “Website redesign”',
    menu: ['Review and pay', NO_CHANGES, PAY, ...WORK.slice(1)],
  },
  'partly-paid': {
    state: 'Active',
    sum: '$2,000.00',
    next: 'Put $1,200.00 in escrow [Pay into escrow]',
    menu: [
      'Review and pay (not: Possible when the money is in escrow)',
      'Ask for changes (not: Possible when the money is in escrow)',
      'Pay into escrow',
      ...WORK.slice(1),
    ],
  },
  completed: { state: 'Completed', sum: '$500.00 (Paid)', next: '$500.00 (Paid)', menu: [TERMS] },
  declined: { state: 'Declined', next: 'You declined this offer', menu: [TERMS] },
  withdrawn: { state: 'Withdrawn', next: 'Robin withdrew this offer', menu: [TERMS] },
  ending: { state: 'Ending: refund requested', next: 'You ended the contract', menu: [TERMS] },
  disputed: { state: 'In dispute', next: 'In dispute', menu: [TERMS] },
};

describe('<handsel-workroom>', () => {
  let sandbox: World;
  let standing: string;

  beforeEach(async () => {
    sandbox = await world();
    standing = await sandbox.create('active');
  });
  afterEach(() => sandbox.close());

  itBehavesLikeAWidget<WorkroomElement>(
    'handsel-workroom',
    (element) => about(element, sandbox, standing),
    'You wrote the contract',
  );
  itSaysWhatIsMissing('handsel-workroom');

  for (const [as, rooms] of [
    ['freelancer', FREELANCER],
    ['client', CLIENT],
  ] as const) {
    for (const [state, expected] of Object.entries(rooms)) {
      it(`tells the ${as} how a contract that is ${state} stands, what is next and what may be done`, async () => {
        const element = await enter(sandbox, await sandbox.create(state as StateName), { as });
        await says(element, expected.next.replace(/ \[.*/, ''));
        expect(part(element, '.room-sum .state')).to.equal(expected.state);
        expect(part(element, '.sum')).to.equal(expected.sum ?? '$500.00');
        expect(next(element)).to.equal(expected.next);
        expect(menu(element)).to.deep.equal(expected.menu);
        await isAccessible(element);
      });
    }
  }

  it('says that a request has no price yet, not that it costs nothing', async () => {
    const element = await enter(sandbox, await sandbox.create('request'));
    expect(part(element, '.room-sum')).to.contain('No price yet');
  });

  it('says what is to be done and what it leads to, with the figures', async () => {
    await says(
      await enter(sandbox, standing),
      '$500.00 is in escrow. Submit your work and Kim has 14 days to approve it.',
    );
    const changes = await enter(sandbox, await sandbox.create('changes-requested'));
    await says(changes, '$500.00 stays in escrow. The 14 days start again when you ask next.');
    await says(changes, 'The contact form should ask for a phone number.');
    const sent = await enter(sandbox, await sandbox.create('sent'));
    await says(
      sent,
      'Contract sent to kim@arden.example. Wait for your client to accept and fund it before you start.',
    );
    const signed = await enter(sandbox, await sandbox.create('signed'));
    await says(signed, 'Kim signed on 23 Nov 2026 but has not paid $500.00 into escrow.');
  });

  it('adds the money up, with what the reader got', async () => {
    await sandbox.close();
    sandbox = await world({ policy: { fees: { freelancerBps: 500 } } });
    const element = await enter(sandbox, await sandbox.create('partly-paid'));
    await says(element, 'Earnings');
    expect(ledger(element)).to.deep.equal([
      'Paid to you $760.00',
      'Held funds (simulated) $0.00',
      'Not funded $1,200.00',
      'Fees paid, 5 % $40.00',
      'Contract $2,000.00',
    ]);
    const client = await enter(sandbox, element.contractId, { as: 'client' });
    await says(client, 'How the money stands');
    expect(ledger(client)).to.deep.equal([
      'Paid $800.00',
      'Held funds (simulated) $0.00',
      'Not funded $1,200.00',
      'Contract $2,000.00',
    ]);
  });

  it('leads to the hosted pages where this page may not move money', async () => {
    const contractId = await sandbox.create('payment-requested');
    const session = await sandbox.sessionFor('client', { kind: 'embedded', contractId });
    const element = await enter(sandbox, contractId, { as: 'client', session });
    await says(element, 'Robin asks for $500.00');
    expect(menu(element)).to.include('Review and pay (link)');
    const link = element.renderRoot.querySelector('.next a');
    expect(link?.getAttribute('href')).to.contain('https://contracts.vale.example/');
  });

  it('takes the words a page gives it, for itself and for its parts', async () => {
    const element = await enter(sandbox, standing, { words: { milestones: 'Schritte' } });
    expect(textOf(element)).to.contain('Schritte');
  });
});

function ledger(element: WorkroomElement): string[] {
  return [...element.renderRoot.querySelectorAll('aside .ledger > div')].map(textOf);
}
