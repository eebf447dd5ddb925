/** What is said about an amount as it was typed; `example` is a figure in the reader's own way of writing. */
export const amountWords = {
  empty: (example: string) => `Enter an amount, such as ${example}.`,
  malformed: (example: string) => `Enter the amount in figures, such as ${example}.`,
  ambiguous: (example: string) => `This could mean two amounts. Write all decimals, such as ${example}.`,
  negative: (example: string) => `Enter an amount above zero, such as ${example}.`,
  too_precise: (example: string, currency: string) => `${currency} has no such small parts. Write it as ${example}.`,
  too_large: () => 'This is more than one milestone may hold. Split it.',
  tooSmall: (least: string, missing: string) => `A milestone is at least ${least}. Add ${missing} or more.`,
};

/** The table a page may replace, entry by entry. */
export type AmountWords = typeof amountWords;
