import { problemWords } from './problems.ts';

/** What every element that reads something says while it waits, fails or is cut off. */
export const readingWords = {
  loading: 'Loading',
  notLoaded: 'The contract did not load.',
  tryAgain: 'Try again',
  offline: 'You are offline.',
  asOf: (time: string) => `This is how things stood at ${time}. Nothing about money can be sent until you are back.`,
  cutOff: 'Nothing about money can be sent until you are back.',
  simulated: 'Test mode: held funds (simulated). No real money moves.',
  problems: {
    ...problemWords,
    unknown: (reference: string) =>
      `Nothing about your contracts has changed.${reference && ` Reference ${reference}.`}`,
  },
};

/** Said while waiting, failing or cut off. */
export type ReadingWords = typeof readingWords;
