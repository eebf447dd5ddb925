import {
  createPaymentRequest,
  discardContract,
  MilestoneId,
  openDispute,
  PaymentRequestId,
  resendContract,
  sendContract,
  withdrawContract,
  withdrawPaymentRequest,
} from '@handsel/protocol';
import { withdrawChange } from './change.ts';
import { cancel, rejectChange } from './client-steps.ts';
import { idIn, stepOf } from './simple-step.ts';
import type { Step } from './view.ts';
import { fullName, moneyText } from './write.ts';

/** Signs the draft as it stands on the page, and sends it. */
export const send: Step = stepOf({
  wish: 'send',
  action: 'contracts.send',
  text: ({ contract }) =>
    `Nothing has been sent yet. When you sign and send it, it goes to ${contract.client.email ?? ''}.`,
  field: () => ({ name: 'signature', label: 'Type your full name to sign', autocomplete: 'name' }),
  input: ['/signature', 'Type your name to sign. Nothing was sent.'],
  press: () => 'Sign and send',
  hidden: ({ contract }) => ({ terms: contract.terms.hash }),
  make: ({ calls, contract, form }) =>
    calls.make(
      sendContract,
      { contractId: contract.id, termsHash: form.text('terms'), signature: form.text('signature') },
      { key: form.key },
    ),
});

/** Throws the draft away. */
export const discard: Step = stepOf({
  wish: 'discard',
  action: 'contracts.discard',
  title: () => 'Discard the draft',
  text: () => 'It cannot be brought back. Nobody was told about it.',
  press: () => 'Discard the draft',
  kind: 'danger',
  to: '/',
  make: ({ calls, contract, form }) => calls.make(discardContract, { contractId: contract.id }, { key: form.key }),
});

/** Mails the invitation once more. */
export const resend: Step = stepOf({
  wish: 'resend',
  action: 'contracts.resend',
  title: () => 'Send the e-mail again',
  text: ({ contract }) =>
    `${contract.client.email ?? ''} gets a new link to this contract. The old link stops working.`,
  press: () => 'Send it again',
  kind: 'second',
  make: ({ calls, contract, form }) => calls.make(resendContract, { contractId: contract.id }, { key: form.key }),
});

/** Takes the offer back. */
export const withdraw: Step = stepOf({
  wish: 'withdraw',
  action: 'contracts.withdraw',
  title: () => 'Withdraw the offer',
  text: ({ who }) => `${who} can no longer accept it, and is told by e-mail. You can write a new one at any time.`,
  press: () => 'Withdraw the offer',
  kind: 'danger',
  make: ({ calls, contract, form }) => calls.make(withdrawContract, { contractId: contract.id }, { key: form.key }),
});

/** Asks for what is held for a milestone. */
export const requestPayment: Step = stepOf({
  wish: 'request-payment',
  action: 'paymentRequests.create',
  field: ({ who }) => ({
    name: 'note',
    label: `Note to ${who}`,
    optional: true,
    rows: 4,
    help: 'Goes into the e-mail.',
  }),
  input: ['/note', ''],
  press: ({ contract }) => {
    const held = contract.milestones.find(({ id }) => id === contract.currentMilestoneId)?.escrow;
    return held ? `Send request for ${moneyText(held)}` : 'Request payment';
  },
  hidden: ({ contract }) => ({ milestone: contract.currentMilestoneId ?? '' }),
  make: ({ calls, contract, form }) =>
    calls.make(
      createPaymentRequest,
      { contractId: contract.id, milestoneId: idIn(form, 'milestone', MilestoneId), note: form.text('note') },
      { key: form.key },
    ),
});

/** Takes the request for payment back. */
export const withdrawRequest: Step = stepOf({
  wish: 'withdraw-request',
  action: 'paymentRequests.withdraw',
  title: () => 'Take the request back',
  text: ({ who }) => `${who} can no longer approve it. The money stays in escrow; ask again at any time.`,
  press: () => 'Take it back',
  kind: 'second',
  hidden: ({ contract }) => ({ request: contract.paymentRequest?.id ?? '' }),
  make: ({ calls, contract, form }) =>
    calls.make(
      withdrawPaymentRequest,
      { contractId: contract.id, paymentRequestId: idIn(form, 'request', PaymentRequestId) },
      { key: form.key },
    ),
});

/** Objects to the return of what is held. */
export const object: Step = stepOf({
  wish: 'object',
  action: 'disputes.open',
  title: () => 'Object to the return',
  text: ({ contract }) => `${moneyText(contract.figures.escrow)} stays in escrow until the two of you have settled it.`,
  field: ({ contract }) => ({
    name: 'statement',
    label: 'Why is this money yours?',
    rows: 4,
    help: `${fullName(contract.client)} reads this.`,
  }),
  input: ['/statement', 'Say in a sentence why.'],
  press: () => 'Object',
  kind: 'danger',
  make: ({ calls, contract, form }) =>
    calls.make(openDispute, { contractId: contract.id, statement: form.text('statement') }, { key: form.key }),
});

/** The steps of a freelancer that need no figures. */
export const FREELANCER_STEPS: readonly Step[] = [
  send,
  discard,
  resend,
  withdraw,
  cancel,
  requestPayment,
  withdrawRequest,
  object,
  rejectChange,
  withdrawChange,
];
