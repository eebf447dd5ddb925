import {
  acceptContract,
  cancelContract,
  declineContract,
  MilestoneChangeId,
  PaymentRequestId,
  rejectMilestoneChange,
  requestChanges,
} from '@handsel/protocol';
import { withdrawChange } from './change.ts';
import { html } from './html.ts';
import { type Asking, idIn, stepOf } from './simple-step.ts';
import { payable, type Step } from './view.ts';
import { daysText, moneyText } from './write.ts';

// A reason that may be left out.
const WHY: Pick<Asking, 'field' | 'input'> = {
  field: ({ who }) => ({ name: 'reason', label: 'Why?', optional: true, rows: 3, help: `${who} reads this.` }),
  input: ['/reason', ''],
};

/** Signs exactly the terms that stand on the page. */
export const accept: Step = stepOf({
  wish: 'accept',
  action: 'contracts.accept',
  field: ({ contract }) => ({
    name: 'signature',
    label: 'Type your full name to sign',
    autocomplete: 'name',
    help: `You sign version ${contract.terms.version} of this contract. Later changes need your signature again.`,
  }),
  input: ['/signature', 'Type your name to sign. Nothing is charged yet.'],
  press: () => 'Sign and accept',
  hidden: ({ contract }) => ({ terms: contract.terms.hash }),
  make: ({ calls, contract, form }) =>
    calls.make(
      acceptContract,
      { contractId: contract.id, termsHash: form.text('terms'), signature: form.text('signature') },
      { key: form.key },
    ),
});

/** Says no to the offer. */
export const decline: Step = stepOf({
  wish: 'decline',
  action: 'contracts.decline',
  title: () => 'Decline',
  text: ({ who }) => html`Nothing is charged and nothing is signed. ${who} is told by e-mail. This cannot be undone.`,
  ...WHY,
  press: () => 'Decline the offer',
  kind: 'danger',
  make: ({ calls, contract, form }) =>
    calls.make(declineContract, { contractId: contract.id, ...reason(form.filled('reason')) }, { key: form.key }),
});

/** Cancels what was signed and not paid for; either side may. */
export const cancel: Step = stepOf({
  wish: 'cancel',
  action: 'contracts.cancel',
  title: () => 'Cancel the contract',
  text: ({ who }) => html`Nothing was paid, so nothing goes back. ${who} is told by e-mail. This cannot be undone.`,
  ...WHY,
  press: () => 'Cancel the contract',
  kind: 'danger',
  make: ({ calls, contract, form }) =>
    calls.make(cancelContract, { contractId: contract.id, ...reason(form.filled('reason')) }, { key: form.key }),
});

/** Asks for something to be different, instead of approving. */
export const askChanges: Step = stepOf({
  wish: 'ask-changes',
  action: 'paymentRequests.requestChanges',
  title: () => 'Ask for changes',
  text: ({ contract, who }) => {
    const amount = moneyText(payable(contract)?.escrow ?? contract.figures.escrow);
    const days = daysText(contract.policy.reviewDays);
    return `${amount} stays in escrow. The ${days} stop now and start again when ${who} asks next.`;
  },
  field: ({ who }) => ({
    name: 'note',
    label: 'What should be different?',
    rows: 5,
    help: `${who} gets this by e-mail.`,
  }),
  input: ['/note', 'Say what should be different, so that it can be done.'],
  press: ({ who }) => `Send to ${who}`,
  kind: 'second',
  hidden: ({ contract }) => ({ request: contract.paymentRequest?.id ?? '' }),
  make: ({ calls, contract, form }) =>
    calls.make(
      requestChanges,
      {
        contractId: contract.id,
        paymentRequestId: idIn(form, 'request', PaymentRequestId),
        note: form.text('note'),
      },
      { key: form.key },
    ),
});

/** Refuses what the other side proposed. */
export const rejectChange: Step = stepOf({
  wish: 'reject-change',
  action: 'milestoneChanges.reject',
  title: () => 'Reject it',
  text: () => 'The milestones stay as they are.',
  ...WHY,
  press: () => 'Reject the change',
  kind: 'danger',
  hidden: ({ contract }) => ({ change: contract.milestoneChange?.id ?? '' }),
  make: ({ calls, contract, form }) =>
    calls.make(
      rejectMilestoneChange,
      {
        contractId: contract.id,
        milestoneChangeId: idIn(form, 'change', MilestoneChangeId),
        ...reason(form.filled('reason')),
      },
      { key: form.key },
    ),
});

/** The steps of a client that need no figures. */
export const CLIENT_STEPS: readonly Step[] = [accept, decline, cancel, askChanges, rejectChange, withdrawChange];

function reason(text: string | undefined) {
  return text === undefined ? {} : { reason: text };
}
