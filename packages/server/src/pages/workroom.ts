import { type Contract, feeOf, type Money, sum } from '@handsel/protocol';
import { besideAgreement } from './agreement.ts';
import { acceptChange, changePanel, ownChange } from './change.ts';
import { rejectChange, cancel } from './client-steps.ts';
import { actOnContract, showContract, type Side } from './contract-page.ts';
import { agreeRefund, endAsFreelancer, endPanelOfFreelancer, refundPanel } from './ending.ts';
import {
  discard,
  FREELANCER_STEPS,
  requestPayment,
  resend,
  send,
  withdraw,
  withdrawRequest,
} from './freelancer-steps.ts';
import { html, type SafeHtml } from './html.ts';
import { contractOf } from './review.ts';
import { standing } from './standing.ts';
import { allowed, changeToAnswer, type Panel, type Step, type View } from './view.ts';
import type { Room } from './visit.ts';
import { minusText, moneyText, percentText, quote, row } from './write.ts';

/** A contract as its freelancer sees it. */
export const workroom: Room = {
  side: 'freelancer',
  show: async (visit) => {
    const contract = await contractOf(visit);
    return contract.viewer === 'client' ? { to: `/review/${contract.id}` } : showContract(visit, FREELANCER, contract);
  },
  act: async (visit, form) => actOnContract(visit, FREELANCER, await contractOf(visit), form),
};

const FREELANCER: Side = {
  name: 'contract',
  steps: [...FREELANCER_STEPS, acceptChange, agreeRefund, endAsFreelancer],
  checks: [],
  addressOf: (id) => `/contracts/${id}`,
  panelOf,
  frame: (view, panel) => besideAgreement(view.contract, html`${panel}${ways(view)}`),
};

function panelOf(view: View): Panel {
  const { contract, attempt, query } = view;
  const ends = attempt?.form.wish === endAsFreelancer.wish || query.get('step') === 'end';
  if (ends && allowed(contract, endAsFreelancer.action)) return endPanelOfFreelancer;
  if (contract.status === 'ending' && allowed(contract, agreeRefund.action)) return refundPanel;
  if (changeToAnswer(contract) && allowed(contract, acceptChange.action)) return changePanel(rejectChange);
  return { render: working };
}

function working(view: View): SafeHtml {
  const { contract } = view;
  const toChange = contract.milestones.some(({ state }) => state === 'changes_requested');
  const answer = toChange ? contract.paymentRequest?.answer : null;
  return html`${standing(view)}${quote(answer ?? null)}${drafting(view)}${asking(view)}`;
}

function drafting(view: View): SafeHtml | false {
  const { contract } = view;
  if (contract.status !== 'draft') return false;
  return html`${shown(view, send)}
    <p><a href="/contracts/${contract.id}/edit">Edit the draft</a></p>`;
}

// What the freelancer receives is said before the request, not after.
function asking(view: View): SafeHtml | false {
  const { contract } = view;
  const action = contract.actions.find(({ name }) => name === requestPayment.action);
  const milestone = contract.milestones.find(({ id }) => id === action?.milestoneId);
  if (!action?.allowed || !milestone) return false;
  return html`<h2>Request payment</h2>
    <dl class="ledger">${receives(contract, milestone.escrow)}</dl>
    ${requestPayment.render(view)}`;
}

function receives({ policy }: Contract, escrow: Money): SafeHtml {
  const { freelancerBps } = policy.fees;
  const fee = feeOf(escrow, freelancerBps);
  const net = sum([escrow, { ...fee, amount: -fee.amount }], escrow.currency);
  return html`${row('Released from escrow', moneyText(escrow))}${
    fee.amount > 0 && row(`Service fee, ${percentText(freelancerBps)}`, minusText(fee))
  }${row('You receive', moneyText(net), 'total')}`;
}

function ways(view: View): SafeHtml {
  const { contract, query } = view;
  const steps = [withdrawRequest, resend, withdraw, cancel, discard];
  return html`${ownChange(view)}${steps.map((step) => shown(view, step))}${
    query.get('step') !== 'end' &&
    allowed(contract, endAsFreelancer.action) &&
    html`<p><a href="?step=end">End contract</a></p>`
  }`;
}

function shown(view: View, step: Step): SafeHtml | false {
  return allowed(view.contract, step.action) !== undefined && step.render(view);
}
