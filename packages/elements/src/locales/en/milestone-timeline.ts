import { readingWords } from './reading.ts';
import { stateWords } from './states.ts';

/** What the timeline says. `who` is the other side's name; figures and dates come written. */
export const milestoneTimelineWords = {
  ...readingWords,
  ...stateWords,
  label: 'Milestones',
  none: 'No milestones yet.',
  due: (date: string) => `Due ${date}`,
  paidOn: (day: string) => `Paid on ${day}`,
  paidPart: (part: string, whole: string, day: string) => `${part} of ${whole} paid on ${day}`,
  approvedBy: (who: string, day: string) => `Approved by ${who} on ${day}, paid at once`,
  approvedByYou: (day: string) => `You approved it on ${day}`,
  paidByItself: (day: string) => `Paid on ${day}: there was no answer in time`,
  theirAnswer: (who: string, moment: string) => `${who} has until ${moment} to approve it`,
  yourAnswer: (moment: string) => `You have until ${moment} to approve it or ask for changes`,
  theyAskedChanges: (who: string) => `${who} asked for changes`,
  youAskedChanges: 'You asked for changes',
  waitForFunds: (who: string) => `Wait until ${who} has funded it.`,
  notCharged: 'Not charged until you fund it.',
  nextInTurn: 'Starts when the one before is done.',
  wentBack: (amount: string) => `${amount} went back`,
  what: 'What will be delivered',
  earlier: (count: string) => `Show ${count} earlier milestones`,
  later: (count: string) => `Show ${count} more milestones`,
};

/** The table a page may replace, entry by entry. */
export type MilestoneTimelineWords = typeof milestoneTimelineWords;
