import { problemWords } from './problems.ts';

/** What the launcher says. */
export const launcherWords = {
  problems: problemWords,
  name: 'Direct contracts',
  waiting: (count: number) => `Direct contracts, ${count === 1 ? '1 needs' : `${count} need`} you`,
  ask: 'Ask for a contract',
  close: 'Close',
};

/** The table a page may replace, entry by entry. */
export type LauncherWords = typeof launcherWords;
