import { proposalWords } from './proposal.ts';
import { readingWords } from './reading.ts';
import { stateWords } from './states.ts';

/** What each line of the menu says; `who` is the other side's first name. */
const items: Readonly<Record<string, (who: string) => string>> = {
  'contracts.send': () => 'Review and send',
  'contracts.update': () => 'Edit the draft',
  'contracts.discard': () => 'Discard the draft',
  'contracts.revise': () => 'Change the offer',
  'contracts.resend': () => 'Send the e-mail again',
  'contracts.withdraw': () => 'Withdraw the offer',
  'contracts.cancel': () => 'Cancel contract',
  'contracts.accept': () => 'Sign and accept',
  'contracts.decline': () => 'Decline',
  'contracts.fund': () => 'Pay into escrow',
  'milestones.approve': () => 'Review and pay',
  'paymentRequests.create': () => 'Request Payment',
  'paymentRequests.withdraw': () => 'Take the request back',
  'paymentRequests.requestChanges': () => 'Ask for changes',
  'milestoneChanges.create': () => 'Add or edit milestones',
  'milestoneChanges.accept': () => 'Agree to the change',
  'milestoneChanges.reject': () => 'Reject the change',
  'milestoneChanges.withdraw': () => 'Take the change back',
  'contracts.endByFreelancer': () => 'End contract',
  'contracts.endByClient': () => 'End contract',
  'escrowRefunds.approve': (who) => `Return the money to ${who}`,
  'disputes.open': () => 'Object to the return',
};

/** Why something cannot be done yet, in a few words below its name. */
const reasons: Readonly<Record<string, (who: string) => string>> = {
  NOT_ACTIVE: () => 'Possible when the contract is active',
  NOT_FUNDED: () => 'Possible when the money is in escrow',
  NOT_REQUESTED: () => 'Nothing is asked for now',
  ALREADY_REQUESTED: () => 'You have asked already',
  CHARGE_PENDING: () => 'Possible when the payment has been checked',
  CHANGE_OPEN: () => 'A proposed change waits for an answer',
  NO_CHANGE_OPEN: () => 'No change is proposed',
  DISPUTE_OPEN: () => 'The dispute is settled first',
  IN_REVIEW: () => 'Possible when the request for payment is answered',
  PAUSED: () => 'Possible when the contract goes on',
  NOTHING_TO_FUND: () => 'Everything is funded',
  CONTRACT_OVER: () => 'The contract is over',
  WRONG_STATE: () => 'Not possible now',
};

/** What the workroom says around its parts. `who` is the other side's first name; figures and dates come written. */
export const workroomWords = {
  ...readingWords,
  ...stateWords,
  ...proposalWords,
  label: 'Workroom',
  tabsLabel: 'Parts of the workroom',
  tabs: { overview: 'Overview', details: 'Details' },
  milestones: 'Milestones',
  activity: 'Activity',
  paidMark: '(Paid)',
  noPrice: 'No price yet',
  unnamed: 'No name given yet',
  client: 'Your client',
  days: (count: number) => (count === 1 ? '1\u00a0day' : `${count}\u00a0days`),
  allContracts: 'All contracts',
  backToContract: 'Back to the contract',

  more: 'More actions',
  items,
  reasons,
  from: (moment: string) => `Possible from ${moment}`,
  onPages: 'Opens the secure page',
  viewTerms: 'View terms',

  // The ledger.
  earnings: 'Earnings',
  money: 'How the money stands',
  received: 'Paid to you',
  paidSum: 'Paid',
  escrow: 'In escrow',
  escrowSimulated: 'Held funds (simulated)',
  unfunded: 'Not funded',
  returned: (who: string) => `Went back to ${who}`,
  returnedToYou: 'Went back to you',
  feesPaid: 'Fees paid',
  fees: (percent: string) => `Fees paid, ${percent}\u00a0%`,
  sum: 'Contract',

  // A proposed change of the milestones.
  changeBy: (who: string) => `${who} proposes a change`,
  changeYours: 'You proposed a change',
  changeWaits: (who: string) => `Nothing changes until ${who} agrees.`,
  changeYou: 'Nothing changes until you agree.',
  noteTo: (who: string) => `Note to ${who}`,
  noteHelp: 'Goes into the e-mail.',
  nothingToPropose: 'Nothing is changed yet. Add, edit, remove or move a milestone.',
  propose: (who: string) => `Send to ${who}`,
  proposing: 'Sending…',
  editTitleClient: 'Add or edit milestones',
  editTextClient: 'What is not funded yet changes at once. What is funded changes when the freelancer agrees.',

  // Dialogs.
  close: 'Close',
  notNow: 'Not now',
  optional: '(optional)',
  count: (used: string, most: string) => `${used} of ${most}`,
  reads: (who: string) => `${who} reads this.`,
  reasonMissing: 'Say in a sentence why.',
  tooLong: (most: string) => `At most ${most} characters.`,
  figuresLoading: 'Working out the figures',
  figuresChanged: (from: string, to: string) =>
    `Nothing was moved. The amount changed from ${from} to ${to}; check it and confirm again.`,
  figuresSame: 'Nothing was moved. The contract changed; check the figures and confirm again.',
  movedOn: 'This contract has moved on meanwhile. Nothing was sent. This is how it stands now.',
  goesBack: (who: string) => `Goes back to ${who}`,
  youGet: 'You receive',
  feeTaken: 'Service fee',
  charged: 'Charged',
  nothingMoves: 'No money moves.',

  discard: {
    title: 'Discard this draft',
    text: 'It cannot be brought back. Nobody was told about it.',
    press: 'Discard the draft',
    busy: 'Discarding…',
  },
  resend: {
    title: 'Send the e-mail again',
    text: (email: string) => `${email} gets a new link to this contract. The old link stops working.`,
    press: 'Send it again',
    busy: 'Sending…',
    done: (who: string) => `Sent again. ${who} has a new link.`,
  },
  withdraw: {
    title: 'Withdraw this offer',
    text: (who: string) =>
      `${who} can no longer accept it, and is told by e-mail. You can write a new one at any time.`,
    press: 'Withdraw the offer',
    busy: 'Withdrawing…',
  },
  cancel: {
    title: 'Cancel this contract',
    text: (who: string) => `Nothing was paid, so nothing goes back. ${who} is told by e-mail. This cannot be undone.`,
    reason: 'Why?',
    press: 'Cancel the contract',
    busy: 'Cancelling…',
  },
  end: {
    title: 'End this contract',
    text: (who: string, amount: string) =>
      `${amount} in escrow goes back to ${who} at once. What you were paid stays yours. This cannot be undone.`,
    textNothing: (who: string) =>
      `Nothing is in escrow, so no money moves. ${who} is told by e-mail. This cannot be undone.`,
    reason: 'Why do you end it?',
    press: (who: string, amount: string) => `End the contract and return ${amount} to ${who}`,
    pressNothing: 'End the contract',
    busy: 'Ending…',
  },
  refund: {
    title: (amount: string, who: string) => `Agree that ${amount} goes back to ${who}`,
    text: (who: string) =>
      `${who} ended the contract. The contract is over when the money is back. This cannot be undone.`,
    press: (amount: string) => `Return ${amount}`,
    busy: 'Returning…',
  },
  object: {
    title: 'Object to the return',
    text: (amount: string) => `${amount} stays in escrow until the two of you have settled it.`,
    reason: 'Why is this money yours?',
    press: 'Object',
    busy: 'Sending…',
  },
  takeBack: {
    title: 'Take the request for payment back',
    text: (who: string, amount: string) =>
      `${who} can no longer approve it. ${amount} stays in escrow; ask again at any time.`,
    press: 'Take it back',
    busy: 'Taking it back…',
  },
  acceptChange: {
    title: 'Agree to this change',
    text: 'The milestones become as proposed, and are part of the contract.',
    press: 'Agree to the change',
    busy: 'Agreeing…',
  },
  rejectChange: {
    title: 'Reject this change',
    text: 'The milestones stay as they are.',
    reason: 'Why?',
    press: 'Reject the change',
    busy: 'Rejecting…',
  },
  withdrawChange: {
    title: 'Take your proposal back',
    text: 'The milestones stay as they are. You can propose again.',
    press: 'Take it back',
    busy: 'Taking it back…',
  },

  // What is next, for the freelancer.
  next: {
    draft: 'Check it once more',
    draftText: (email: string) => `Nothing has been sent yet. When you sign and send it, it goes to ${email}.`,
    requested: (who: string) => `${who} asks you for this contract`,
    requestedText: 'Nothing is agreed yet. Write what you will do and what it costs, then sign and send it.',
    offered: 'Wait for your client',
    offeredText: (email: string) =>
      `Contract sent to ${email}. Wait for your client to accept and fund it before you start.`,
    offeredUntil: (day: string) => `The offer ends on ${day}.`,
    doNotStart: 'Do not start yet',
    unfundedText: (who: string, day: string, amount: string) =>
      `${who} signed on ${day} but has not paid ${amount} into escrow. We e-mail you the moment it is there.`,
    unfundedUntil: (moment: string) => `If it is not there by ${moment}, the contract is cancelled.`,
    nextUnfunded: (who: string, title: string, amount: string) =>
      `${who} has not paid ${amount} into escrow for “${title}”. We e-mail you the moment it is there.`,
    finished: (title: string) => `Finished with “${title}”?`,
    finishedText: (amount: string, who: string, days: string) =>
      `${amount} is in escrow. Submit your work and ${who} has ${days} to approve it.`,
    asked: (who: string) => `Waiting for ${who} to approve`,
    askedText: (who: string, amount: string, moment: string) =>
      `${amount} is yours when ${who} approves, or by itself on ${moment}.`,
    changes: (who: string, title: string) => `${who} asks for changes to “${title}”`,
    changesText: (amount: string, days: string) =>
      `${amount} stays in escrow. The ${days} start again when you ask next.`,
    addNext: 'Everything so far is paid',
    addNextText: (who: string) => `Propose the next milestone to ${who}, or end the contract.`,
    addNextPress: 'Propose a milestone',
    ending: (who: string, amount: string) => `${who} ended the contract and wants ${amount} back`,
    endingText: (moment: string) => `Answer by ${moment}. With no answer by then, it goes back.`,
    endingPress: (amount: string) => `Agree to return ${amount}`,
    object: 'Object',
    dispute: 'In dispute',
    disputeText: (amount: string) => `${amount} stays in escrow until this is settled.`,
    paused: 'This contract is paused',
    pausedText: 'Wait before you go on. A running answer time goes on.',
    checking: 'A payment is being checked',
    checkingText: (who: string) => `${who} has paid, and the bank has not answered yet. Wait before you start.`,
    confirming: (who: string) => `${who} has to confirm the payment`,
    confirmingText: (who: string) => `The bank asks ${who} to say yes. Wait before you start.`,
    completedText: (amount: string, day: string, title: string) =>
      `You received ${amount}. ${title} is complete since ${day}.`,
    cancelled: 'Cancelled',
    cancelledText: (day: string) => `This contract was cancelled on ${day}. Nothing is held.`,
    declined: (who: string) => `${who} declined`,
    declinedText: (day: string) => `The offer was declined on ${day}. Nothing was agreed or paid.`,
    withdrawn: 'You withdrew this offer',
    withdrawnText: (day: string) => `It was withdrawn on ${day}. Nothing was agreed or paid.`,
    expired: 'This offer expired',
    expiredText: (day: string) => `It ended on ${day} without an answer. Nothing was agreed or paid.`,
    takeBackChange: 'Your proposed change no longer fits',
    takeBackChangeText: 'Work has moved on since you wrote it. Take it back, then propose again.',
  },

  // What is next, for the client.
  nextClient: {
    offered: (who: string) => `${who} offers you this contract`,
    offeredText: 'Read it, then sign or decline. Signing charges nothing.',
    offeredPress: 'Review contract',
    fund: (amount: string) => `Put ${amount} in escrow`,
    fundText: (who: string) => `${who} can start once this is paid, and gets the money only when you approve the work.`,
    fundPress: 'Pay into escrow',
    works: (who: string, title: string) => `${who} works on “${title}”`,
    worksText: (amount: string, who: string) =>
      `${amount} is in escrow. You hear by e-mail when ${who} asks for payment.`,
    youAskedText: (amount: string, who: string) =>
      `${amount} stays in escrow. ${who} has been told what you want to be different.`,
    asks: (who: string, amount: string) => `${who} asks for ${amount}`,
    asksText: (who: string, moment: string) =>
      `Look at the work, then approve or ask for changes. If you do nothing, ${who} is paid on ${moment}.`,
    asksPress: 'Review and pay',
    confirm: 'Confirm the payment with your bank',
    confirmText: 'Your bank wants to know that this is you. Until you say yes there, nothing is charged.',
    confirmPress: 'Continue',
    checkingText: 'Your bank has not answered yet. Nothing is charged twice: there is nothing you have to do.',
    addNext: 'Everything so far is paid',
    addNextText: (who: string) => `You or ${who} can propose the next milestone.`,
    ending: 'You ended the contract',
    endingText: (who: string, amount: string, moment: string) =>
      `${who} has until ${moment} to agree that ${amount} goes back to you. With no answer by then, it does.`,
    completedText: (title: string, day: string) => `${title} is complete since ${day}.`,
    declined: 'You declined this offer',
    withdrawn: (who: string) => `${who} withdrew this offer`,
  },
  reasonGiven: 'Reason given',
};

/** The table a page may replace, entry by entry. */
export type WorkroomWords = typeof workroomWords;
