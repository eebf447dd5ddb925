import { approveMilestone, type Contract, type Milestone, MilestoneId, type Money } from '@handsel/protocol';
import { askChanges } from './client-steps.ts';
import { alert, button, choicesOf, fieldOf, folded, formOf } from './fields.ts';
import type { Form } from './form.ts';
import { chargeRows } from './fund.ts';
import { html, type SafeHtml } from './html.ts';
import { idIn } from './simple-step.ts';
import { readPart } from './typed-amount.ts';
import { allowed, at, fundable, numberOf, type Panel, payable, type Step, type View } from './view.ts';
import { daysText, momentText, moneyText, quote, row, rowIf } from './write.ts';

const MISSING = 'Say in a sentence why.';
const DECISION = ['release', 'less', 'lessReason', 'after', 'comment'] as const;

interface Approval {
  readonly milestoneId: MilestoneId;
  readonly amount: Money;
  readonly underpaymentReason?: string;
  readonly end: boolean;
}

/** Releases what is held, by the figures on the page. */
export const approve: Step = {
  wish: 'approve',
  action: 'milestones.approve',
  names: {
    '/underpaymentReason': ['lessReason', MISSING],
    '/comment': ['comment', ''],
    '/amount': ['less', 'Enter an amount.'],
  },
  check: ({ contract, form }) => {
    const milestone = payable(contract);
    return milestone ? faultsOf(form, milestone) : {};
  },
  render: (view) => {
    const { preview } = view;
    if (!preview) return html`${alert(view.unclear)}`;
    const hidden = { milestone: payable(view.contract)?.id ?? '', consent: preview.consentToken, ...decided(view) };
    const press = `Approve and release ${moneyText(preview.release)}`;
    return formOf(at(view, 'approve'), html`<p class="actions">${button(press)}</p>`, hidden);
  },
  make: ({ calls, contract, form }) => {
    const milestone = contract.milestones.find(({ id }) => id === form.text('milestone')) ?? payable(contract);
    const approval = milestone && approvalOf(form, contract, milestone);
    const comment = form.filled('comment');
    return calls.make(
      approveMilestone,
      {
        contractId: contract.id,
        milestoneId: idIn(form, 'milestone', MilestoneId),
        amount: approval?.amount ?? { amount: 0, currency: contract.currency },
        end: approval?.end ?? false,
        ...(approval?.underpaymentReason !== undefined && { underpaymentReason: approval.underpaymentReason }),
        ...(comment !== undefined && { comment }),
        consentToken: form.text('consent'),
      },
      { key: form.key },
    );
  },
};

/** Works out the figures of another decision than the usual one; sends nothing. */
export const checkApproval: Pick<Step, 'wish' | 'check'> = {
  wish: 'check-approval',
  ...(approve.check && { check: approve.check }),
};

/** Releasing what is held for a milestone: all or less, asked for or not. */
export const approvePanel: Panel = {
  wants: (view) => {
    const milestone = payable(view.contract);
    const approval = milestone && approvalOf(decisionForm(view), view.contract, milestone);
    return approval && { command: 'milestones.approve', ...approval };
  },
  render: (view) => {
    const milestone = payable(view.contract);
    if (!milestone) return html``;
    const asked = milestone.state === 'submitted';
    return html`${opening(view, milestone)}${figures(view, milestone)}${approve.render(view)}
    ${consequence(view, milestone)}
    ${asked && allowed(view.contract, askChanges.action) && askChanges.render(view)}${otherwise(view, milestone)}`;
  },
};

function faultsOf(form: Form, { escrow }: Milestone): Record<string, string> {
  if (form.text('release') !== 'less') return {};
  const part = readPart(form.text('less'), escrow, moneyText(escrow));
  return {
    ...(typeof part === 'string' && { less: part }),
    ...(form.text('lessReason') === '' && { lessReason: MISSING }),
  };
}

function approvalOf(form: Form | undefined, contract: Contract, milestone: Milestone): Approval | undefined {
  const less = form?.text('release') === 'less';
  const part = less ? readPart(form.text('less'), milestone.escrow, '') : milestone.escrow;
  if (typeof part === 'string' || (less && form.text('lessReason') === '')) return undefined;
  return {
    milestoneId: milestone.id,
    amount: part,
    ...(less && { underpaymentReason: form.text('lessReason') }),
    end: endsWith(form, contract, milestone),
  };
}

function decisionForm({ attempt }: View): Form | undefined {
  const wish = attempt?.form.wish;
  return wish === 'approve' || wish === 'check-approval' ? attempt?.form : undefined;
}

// What was decided goes along with the confirmation, for it is what the figures were worked out for.
function decided(view: View): Record<string, string> {
  const form = decisionForm(view);
  return form ? Object.fromEntries(DECISION.map((name) => [name, form.text(name)])) : {};
}

function hasMore({ milestones }: Contract, { id }: Milestone): boolean {
  return milestones.some((one) => one.id !== id && one.state !== 'paid' && one.state !== 'refunded');
}

function endsWith(form: Form | undefined, contract: Contract, milestone: Milestone): boolean {
  const after = form?.text('after') ?? '';
  return after === '' ? !hasMore(contract, milestone) && contract.policy.autoComplete : after === 'end';
}

function opening({ contract, who }: View, milestone: Milestone): SafeHtml {
  const asked = milestone.state === 'submitted';
  const { paymentRequest: request } = contract;
  const until = milestone.autoReleaseAt;
  return html`<p class="state">
      ${asked ? (until ? `Waiting for you until ${momentText(until)}` : 'Waiting for you') : 'Active'}
    </p>
    <h2>${asked ? `${who} asks for ${moneyText(milestone.escrow)}` : `Release money to ${who}`}</h2>
    <p class="soft" dir="auto">
      ${contract.milestones.length > 1 && `Milestone ${numberOf(contract, milestone)}: `}${milestone.title}
    </p>
    ${asked ? quote(request?.milestoneId === milestone.id ? request.note : null) : html`<p>${who} has not asked for payment yet. You can release what is in escrow at any time.</p>`}`;
}

function figures({ contract, preview, who }: View, { escrow }: Milestone): SafeHtml | false | undefined {
  const days = daysText(contract.policy.escrowRefundReplyDays);
  return (
    preview &&
    html`<dl class="ledger">
      ${row('In escrow', moneyText(escrow))}${row(`${who} gets`, moneyText(preview.release))}${rowIf(
        'Stays in escrow for what comes next',
        preview.carry,
      )}${rowIf(`Comes back to you, unless ${who} objects within ${days}`, preview.refund)}${chargeRows(contract, preview)}
    </dl>`
  );
}

function consequence(view: View, milestone: Milestone): SafeHtml | false {
  if (!view.preview) return false;
  const until = milestone.state === 'submitted' ? milestone.autoReleaseAt : null;
  const ends = endsWith(decisionForm(view), view.contract, milestone);
  return html`<p class="soft">
    Approving cannot be
    undone.${ends && ' This completes the contract.'}${
      until && ` If you do nothing, ${view.who} is paid on ${momentText(until)}.`
    }
  </p>`;
}

function otherwise(view: View, milestone: Milestone): SafeHtml {
  const { contract, who, attempt } = view;
  const form = decisionForm(view);
  // Both forms are about the same decision: what one holds, the other shows.
  const state = { ...at(view, 'check-approval'), attempt: form && attempt };
  const inside = html`${choicesOf(state, { name: 'release', legend: 'How much do you release?', chosen: 'all' }, [
      { value: 'all', label: `All of it, ${moneyText(milestone.escrow)}` },
      { value: 'less', label: 'Less', help: 'You say how much, and why' },
    ])}
    ${fieldOf(state, { name: 'less', label: `Amount to release, if less (${contract.currency})`, inputmode: 'decimal', optional: true })}
    ${fieldOf(state, { name: 'lessReason', label: 'Why less?', rows: 2, optional: true, help: `${who} reads this.` })}
    ${choicesOf(
      state,
      { name: 'after', legend: 'After this payment', chosen: endsWith(form, contract, milestone) ? 'end' : 'open' },
      afterwards(contract, milestone),
    )}
    ${fieldOf(state, { name: 'comment', label: `A word to ${who}`, rows: 2, optional: true, help: `${who} gets this by e-mail.` })}
    <p class="actions">${button('Check the figures', 'second')}</p>`;
  return folded('Release less, or add a word', state, formOf(state, inside));
}

function afterwards(contract: Contract, milestone: Milestone) {
  const [next] = fundable(contract);
  if (!hasMore(contract, milestone)) {
    return [
      { value: 'end', label: 'The contract is complete', help: 'Nothing more is to be done' },
      { value: 'open', label: 'Keep it open', help: 'There will be more work' },
    ];
  }
  const go = next ? `Go on with milestone ${numberOf(contract, next)}` : 'Keep it open';
  return [
    { value: 'open', label: go, help: 'Fund it when you are ready' },
    { value: 'end', label: 'End the contract here', help: 'The other milestones are dropped' },
  ];
}
