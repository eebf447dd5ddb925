import { type Contract, ContractId, feeOf, fits, retrieveContract, sum, viewPaymentRequest } from '@handsel/protocol';
import { besideAgreement } from './agreement.ts';
import { approve, approvePanel, checkApproval } from './approve.ts';
import { must, Refused } from './calls.ts';
import { acceptChange, changePanel, ownChange } from './change.ts';
import { chargePanel } from './charge.ts';
import { accept, cancel, CLIENT_STEPS, decline, rejectChange } from './client-steps.ts';
import { actOnContract, showContract, type Side } from './contract-page.ts';
import { checkEnd, endAsClient, endPanel } from './ending.ts';
import { fund, fundPanel } from './fund.ts';
import { html, type SafeHtml } from './html.ts';
import { standing } from './standing.ts';
import { allowed, changeToAnswer, type Panel, payable, type View } from './view.ts';
import type { Room, Visit } from './visit.ts';
import { daysText, lastMoment, momentText, moneyText, percentText, row, rowIf } from './write.ts';

/** A contract as its client sees it: the agreement, and what is to be decided. */
export const review: Room = {
  side: 'client',
  show: async (visit) => showContract(visit, CLIENT, await seen(visit, await contractOf(visit))),
  act: async (visit, form) => actOnContract(visit, CLIENT, await contractOf(visit), form),
};

/** The contract an address is about. @throws {Refused} `NOT_FOUND` also when the reader may not see it. */
export async function contractOf({ url, calls }: Visit): Promise<Contract> {
  const contractId = url.pathname.split('/')[2];
  if (fits(ContractId, contractId)) return must(await calls.make(retrieveContract, { contractId }));
  throw new Refused({ type: 'about:blank', title: 'Not Found', status: 404, code: 'NOT_FOUND' });
}

// Whoever is signed in and has the request on the screen has seen it; a mail scanner is not signed in.
async function seen({ calls }: Visit, contract: Contract): Promise<Contract> {
  const { viewer, paymentRequest: request } = contract;
  if (viewer !== 'client' || request?.state !== 'sent' || !payable(contract)) return contract;
  const answer = await calls.make(viewPaymentRequest, { contractId: contract.id, paymentRequestId: request.id });
  return answer.ok ? answer.value : contract;
}

const CLIENT: Side = {
  name: 'review',
  steps: [...CLIENT_STEPS, fund, approve, endAsClient, acceptChange],
  checks: [checkApproval, checkEnd],
  addressOf: (id) => `/review/${id}`,
  panelOf,
  frame: (view, panel) => besideAgreement(view.contract, html`${panel}${ways(view)}`),
};

function panelOf(view: View): Panel {
  const { contract } = view;
  const wanted = view.attempt?.form.wish ?? view.query.get('step');
  if (contract.viewer !== 'client') return { render: foreign };
  if (contract.chargePending) return chargePanel;
  if (contract.status === 'pending_acceptance') return offerPanel;
  if (contract.status === 'pending_funding') return fundPanel;
  if (wanted?.endsWith('end') && allowed(contract, 'contracts.endByClient')) return endPanel;
  if (contract.status !== 'active' && contract.status !== 'paused') return { render: standing };
  if (payable(contract)?.state === 'submitted') return approvePanel;
  if (changeToAnswer(contract) && allowed(contract, 'milestoneChanges.accept')) return changePanel(rejectChange);
  if (wanted === 'release' || wanted?.endsWith('approve') || wanted === 'check-approval') {
    if (payable(contract)) return approvePanel;
  }
  const funding = contract.next.by === 'client' && contract.next.action === 'contracts.fund';
  return funding && allowed(contract, 'contracts.fund') ? fundPanel : { render: standing };
}

// What an attempt was about may be gone by now; then its refusal stands above whatever is there instead.
function ways(view: View): SafeHtml {
  const { contract, query } = view;
  if (contract.viewer !== 'client') return html``;
  const working = contract.status === 'active' || contract.status === 'paused';
  const step = query.get('step');
  return html`${ownChange(view)}${allowed(contract, cancel.action) && cancel.render(view)}
    <ul class="ways">
      ${
        working &&
        !step &&
        payable(contract)?.state === 'active' &&
        html`<li><a href="?step=release">Release money now</a></li>`
      }${!step && allowed(contract, endAsClient.action) && html`<li><a href="?step=end">End contract</a></li>`}
    </ul>`;
}

const offerPanel: Panel = {
  render: (view) => {
    const { contract, who } = view;
    const { freelancer, title, expiresAt, policy } = contract;
    return html`<p class="state">Waiting for your answer</p>
      ${expiresAt && html`<p class="soft">Offer ends ${momentText(lastMoment(expiresAt))}</p>`} ${start(contract)}
      <p>Signing charges nothing. You pay on the next page.</p>
      ${allowed(contract, accept.action) ? accept.render(view) : html`<p class="notice">This offer can no longer be accepted.</p>`}
      ${freelancer.email && html`<p><a href="mailto:${freelancer.email}?subject=${encodeURIComponent(title)}">Ask a question</a></p>`}
      ${allowed(contract, decline.action) && decline.render(view)}
      <ul class="points soft">
        <li>Your money waits in escrow. ${who} gets it when you approve the work.</li>
        <li>You approve each milestone. You have ${daysText(policy.reviewDays)} each time.</li>
        <li>What is not earned comes back to the card you paid with.</li>
      </ul>`;
  },
};

// What the first payment will be: the very rule the backend charges by, one rounding for the whole.
function start({ currency, milestones, policy }: Contract): SafeHtml {
  const first = milestones[0]?.amount ?? { amount: 0, currency };
  const share = feeOf(first, policy.fees.clientBps);
  const once = { amount: policy.fees.initiationMinor, currency };
  const total = sum([first, share, once], currency);
  const plain = milestones.length === 1 && total.amount === first.amount;
  return html`<div>
      <p class="soft">To start, you pay</p>
      <p class="figure">${moneyText(total)}</p>
    </div>
    ${
      !plain &&
      html`<dl class="ledger">
        ${row('Milestone 1', moneyText(first))}${rowIf(
          `Service fee, ${percentText(policy.fees.clientBps)}`,
          share,
        )}${rowIf('Start fee', once)}${row('To start', moneyText(total), 'sub')}
      </dl>`
    }`;
}

// Somebody who plays both sides in one browser is told which side this is.
function foreign(view: View): SafeHtml {
  const { contract } = view;
  return html`${standing(view)}
    <p class="notice">
      This is your own contract, as the freelancer. Only <bdi>${view.who}</bdi> can sign and pay.
      <a href="/contracts/${contract.id}">Open it as the freelancer</a> or <a href="/review">sign in as the client</a>.
    </p>`;
}
