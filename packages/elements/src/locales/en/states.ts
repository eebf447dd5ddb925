import { CONTRACT_STATE_WORDS, MILESTONE_STATE_WORDS } from '@handsel/protocol/words';

/** What the states are called, wherever one is shown. */
export const stateWords = { contractStates: CONTRACT_STATE_WORDS, milestoneStates: MILESTONE_STATE_WORDS };

/** The names of the states. */
export type StateWords = typeof stateWords;
