/**
 * The reader's own clock: which day it is where the page is read, when something was typed, how old what is shown is.
 * Deadlines do not go by it: those are the backend's to tell.
 */
export const readersClock = {
  now: (): Date => new Date(),
};
