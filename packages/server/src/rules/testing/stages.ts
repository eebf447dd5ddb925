import { Play } from './play.ts';

/** Contracts walked to every place where something can be decided, by name. */
const STAGES = {
  'a draft': () => new Play(),
  'a draft from a request': () => new Play({ origin: 'request' }),
  'an offer': () => new Play().send(),
  'an offer that is over': () => new Play().send().after({ days: 31 }),
  'signed, not funded': () => new Play().send().accept(),
  'signed, with a charge being checked': () => new Play().send().accept().charge(),
  'signed, with a charge to be confirmed': () =>
    new Play()
      .send()
      .accept()
      .charge()
      .settle({ status: 'requires_confirmation', confirmationUrl: 'https://bank.example/confirm' }),
  'signed, and too late to fund': () => new Play().send().accept().after({ days: 15 }),
  'at work': () => new Play().send().accept().fund(),
  'at work, with all of it funded': () => new Play().send().accept().fund('all'),
  'at work on the only step': () => new Play({ amounts: [50_000] }).send().accept().fund(),
  'payment asked for': () => new Play().send().accept().fund().request(),
  'payment asked for, with all of it funded': () => new Play().send().accept().fund('all').request(),
  'payment asked for on the only step': () => new Play({ amounts: [50_000] }).send().accept().fund().request(),
  'payment asked for, and seen': () => seen(new Play().send().accept().fund().request()),
  'payment asked for, and the days are over': () => new Play().send().accept().fund().request().after({ days: 14 }),
  'payment asked for on the only step, and the days are over': () =>
    new Play({ amounts: [50_000] }).send().accept().fund().request().after({ days: 14 }),
  'payment asked for and seen, and the days are over': () =>
    seen(new Play().send().accept().fund().request()).after({ days: 14 }),
  'payment asked for, and taken back': () => takeBack(new Play().send().accept().fund().request()),
  'a change while changes are asked for': () => propose(changes(new Play().send().accept().fund().request()), 150_000),
  'a change being paid for while changes are asked for': () =>
    acceptChange(propose(changes(new Play().send().accept().fund().request()), 150_000)),
  'a change that raises and plans, being paid for': () => acceptChange(raiseAndPlan(new Play().send().accept().fund())),
  'paid on request': () => new Play().send().accept().fund().request().approve(1),
  'paid by the clock': () => autoPaid(new Play().send().accept().fund().request().after({ days: 14 })),
  'between two steps, with enough carried over': () =>
    new Play({ amounts: [120_000, 20_000] }).send().accept().fund().approve(1, 90_000),
  'changes asked for': () => changes(new Play().send().accept().fund().request()),
  'between two steps': () => new Play().send().accept().fund().approve(1),
  'between two steps, with money carried over': () => new Play().send().accept().fund().approve(1, 100_000),
  'between two steps, with the next charge being checked': () => new Play().send().accept().fund().approve(1).charge(),
  'all paid, and kept open': () =>
    new Play({ amounts: [50_000], policy: { autoComplete: false } }).send().accept().fund().approve(1),
  'a change proposed by the freelancer': () => propose(new Play().send().accept().fund(), 150_000),
  'a change proposed by the client': () => retitle(new Play().send().accept().fund()),
  'a change to what is in review': () => propose(new Play().send().accept().fund(), 150_000).request(),
  'a change being paid for': () => acceptChange(propose(new Play().send().accept().fund(), 150_000)),
  'a change that only plans': () => plan(new Play().send().accept().fund()),
  paused: () => pause(new Play().send().accept().fund()),
  'paused between two steps': () => pause(new Play().send().accept().fund().approve(1)),
  'paused, with payment asked for': () => pause(new Play().send().accept().fund().request()),
  'paused, with payment asked for, and the days are over': () =>
    pause(new Play().send().accept().fund().request()).after({ days: 14 }),
  'paused on the only step, and the days are over': () =>
    pause(new Play({ amounts: [50_000] }).send().accept().fund().request()).after({ days: 14 }),
  'paused, with a charge being checked': () => pause(new Play().send().accept().fund().approve(1).charge()),
  'paused, with a change proposed by the freelancer': () => pause(propose(new Play().send().accept().fund(), 150_000)),
  'paused, with a change proposed by the client': () => pause(retitle(new Play().send().accept().fund())),
  ending: () => endPaying(new Play().send().accept().fund(), 0),
  'ending, with a part paid': () => endPaying(new Play().send().accept().fund(), 30_000),
  'ending, and the days to answer are over': () => endPaying(new Play().send().accept().fund(), 0).after({ days: 7 }),
  'ending with a part paid, and the days to answer are over': () =>
    endPaying(new Play().send().accept().fund(), 30_000).after({ days: 7 }),
  'ending, with all of it funded': () => endPaying(new Play().send().accept().fund('all'), 0),
  'two steps at once, and payment asked for the second': () =>
    new Play({ policy: { maxActiveMilestones: 2 } }).send().accept().fund('all').request(2),
  'in dispute': () =>
    endPaying(new Play().send().accept().fund(), 0).as('freelancer', {
      name: 'disputes.open',
      statement: 'It was delivered.',
    }),
  completed: () => new Play({ amounts: [50_000] }).send().accept().fund().request().approve(1),
  cancelled: () => new Play().send().accept().as('client', { name: 'contracts.cancel' }),
  declined: () => new Play().send().as('client', { name: 'contracts.decline' }),
  withdrawn: () => new Play().send().as('freelancer', { name: 'contracts.withdraw' }),
  expired: () => new Play().send().after({ days: 30 }).as('system', { name: 'clock.expireOffer' }),
} as const satisfies Record<string, () => Play>;

/** Names one stage. */
export type StageName = keyof typeof STAGES;
/** The names of all stages. */
export const STAGE_NAMES = Object.keys(STAGES) as StageName[];

const walked = new Map<StageName, Play>();

/** A contract walked to a stage: each walk is made once, and everybody goes on from there on their own. */
export function stageOf(name: StageName): Play {
  const play = walked.get(name) ?? STAGES[name]();
  walked.set(name, play);
  return play.fork();
}

function requestId({ contract }: Play) {
  return contract.paymentRequest?.id ?? 'prq_none';
}

function changeId({ contract }: Play) {
  return contract.milestoneChange?.id ?? 'mcr_none';
}

function seen(play: Play): Play {
  return play.as('client', { name: 'paymentRequests.view', paymentRequestId: requestId(play) });
}

function takeBack(play: Play): Play {
  return play.as('freelancer', { name: 'paymentRequests.withdraw', paymentRequestId: requestId(play) });
}

function autoPaid(play: Play): Play {
  return play.as('system', { name: 'clock.autoRelease', milestoneId: play.id(1) });
}

function raiseAndPlan(play: Play): Play {
  const { currency } = play.contract;
  return play.as('freelancer', {
    name: 'milestoneChanges.create',
    items: [
      { op: 'edit', milestoneId: play.id(1), amount: { amount: 150_000, currency } },
      { op: 'remove', milestoneId: play.id(2) },
      { op: 'add', title: 'Something else', amount: { amount: 70_000, currency } },
    ],
  });
}

function changes(play: Play): Play {
  const paymentRequestId = requestId(play);
  return play.as('client', { name: 'paymentRequests.requestChanges', paymentRequestId, note: 'Bluer.' });
}

function pause(play: Play): Play {
  return play.as('system', { name: 'operator.hold', reason: 'A question about the card.' });
}

function endPaying(play: Play, pay: number): Play {
  return play.as('client', { name: 'contracts.endByClient', reason: 'Plans changed.', pay });
}

function propose(play: Play, amount: number): Play {
  const { currency } = play.contract;
  return play.as('freelancer', {
    name: 'milestoneChanges.create',
    items: [{ op: 'edit', milestoneId: play.id(1), amount: { amount, currency } }],
    note: 'There is more to do.',
  });
}

function plan(play: Play): Play {
  const { currency } = play.contract;
  return play.as('freelancer', {
    name: 'milestoneChanges.create',
    items: [
      { op: 'remove', milestoneId: play.id(2) },
      { op: 'add', title: 'Something else', amount: { amount: 70_000, currency } },
    ],
  });
}

function retitle(play: Play): Play {
  return play.as('client', {
    name: 'milestoneChanges.create',
    items: [{ op: 'edit', milestoneId: play.id(1), title: 'The first step, in blue' }],
  });
}

function acceptChange(play: Play): Play {
  const milestoneChangeId = changeId(play);
  return play.as('client', { name: 'milestoneChanges.accept', milestoneChangeId, paymentMethod: 'pm_sim' });
}
