/** What a proposed change of the milestones says, wherever it is read. Figures and dates come written. */
export const proposalWords = {
  changeAdd: (title: string) => `New: ${title}`,
  changeRemove: (title: string) => `Removed: ${title}`,
  changeWas: (before: string) => `was ${before}`,
  changeOrder: 'New order',
  changeDue: (date: string) => `Due ${date}`,
  changeNoDue: 'No due date',
};

/** The words of a proposed change. */
export type ProposalWords = typeof proposalWords;
