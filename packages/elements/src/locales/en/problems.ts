/** What every failure says, by its code; shared by all elements. */
export const problemWords = {
  OFFLINE: 'You are offline. Nothing was sent. Your text is kept.',
  CONNECTION: 'No answer came. Your text is kept. Try again: nothing is sent twice.',
  SESSION_EXPIRED: 'You were signed out. Your text is kept. Sign in and try again.',
  UNAUTHENTICATED: 'You are not signed in. Your text is kept. Sign in and try again.',
  FORBIDDEN: 'You may not do this with the access you have. Nothing was sent.',
  NOT_FOUND: 'This contract is not here, or you may not see it.',
  VERSION_CONFLICT: 'Not saved. This was changed meanwhile. Load it again, then save.',
  WRONG_STATE: 'This contract has moved on meanwhile. Nothing was sent.',
  NOT_ACTIVE: 'This contract is not active yet.',
  CONSENT_STALE: 'Nothing was charged. The amount changed; check it and confirm again.',
  CHARGE_FAILED: 'Your card was declined, so nothing was charged. Try another card or ask your bank.',
  CODE_INVALID: 'That is not the code. Codes are 6 digits.',
  CODE_LOCKED: 'Too many tries. Ask for a new code in a few minutes.',
  RATE_LIMITED: 'Too many tries. Wait a minute, then try again.',
  unknown: (reference: string) =>
    `Something failed on our side. Nothing was sent or charged.${reference && ` Reference ${reference}.`}`,
  tryAgain: 'Try again',
};
