/** What the states are called, wherever one is shown. */
export const stateWords = {
  contractStates: {
    draft: 'Draft',
    pending_acceptance: 'Pending acceptance',
    pending_funding: 'Pending funding',
    active: 'Active',
    paused: 'Paused',
    ending: 'Ending: refund requested',
    in_dispute: 'In dispute',
    completed: 'Completed',
    cancelled: 'Cancelled',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    expired: 'Expired',
  },
  milestoneStates: {
    planned: 'Not funded',
    funded: 'Funded',
    active: 'Active & funded',
    submitted: 'Awaiting approval',
    changes_requested: 'Changes requested',
    paid: 'Paid',
    refunded: 'Refunded',
    in_dispute: 'In dispute',
  },
};

/** The names of the states. */
export type StateWords = typeof stateWords;
