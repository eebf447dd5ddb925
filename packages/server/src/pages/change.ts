import {
  acceptMilestoneChange,
  type Contract,
  type Milestone,
  MilestoneChangeId,
  type MilestoneChangeItem,
  withdrawMilestoneChange,
} from '@handsel/protocol';
import { alert, button, formOf } from './fields.ts';
import { chargeRows } from './fund.ts';
import { html, type SafeHtml } from './html.ts';
import { waysToPay } from './paying.ts';
import { idIn, stepOf } from './simple-step.ts';
import { at, changeToAnswer, type Panel, type Step, type View } from './view.ts';
import { dateText, minusText, moneyText, quote } from './write.ts';

/** Agrees to the other side's proposal, by the figures on the page. */
export const acceptChange: Step = {
  wish: 'accept-change',
  action: 'milestoneChanges.accept',
  names: { '/paymentMethod': ['card', 'Choose how you pay.'] },
  render: (view) => {
    const { preview, contract } = view;
    if (!preview) return html`${alert(view.unclear)}`;
    const state = at(view, 'accept-change');
    const pays = preview.charge.amount > 0;
    const press = pays ? `Agree and pay ${moneyText(preview.charge)}` : 'Agree to the change';
    const inside = html`${pays && contract.viewer === 'client' && waysToPay(preview, state)}
      <p class="actions">${button(press)}</p>`;
    return html`${pays && html`<dl class="ledger">${chargeRows(contract, preview)}</dl>`}
    ${formOf(state, inside, { change: contract.milestoneChange?.id ?? '', consent: preview.consentToken })}`;
  },
  make: ({ calls, contract, form }) => {
    const card = form.filled('card');
    return calls.make(
      acceptMilestoneChange,
      {
        contractId: contract.id,
        milestoneChangeId: idIn(form, 'change', MilestoneChangeId),
        consentToken: form.text('consent'),
        ...(card !== undefined && { paymentMethod: card }),
      },
      { key: form.key },
    );
  },
};

/** Takes one's own proposal back. */
export const withdrawChange: Step = stepOf({
  wish: 'withdraw-change',
  action: 'milestoneChanges.withdraw',
  title: () => 'Take your proposal back',
  text: () => 'The milestones stay as they are. You can propose again.',
  press: () => 'Take it back',
  kind: 'second',
  hidden: ({ contract }) => ({ change: contract.milestoneChange?.id ?? '' }),
  make: ({ calls, contract, form }) =>
    calls.make(
      withdrawMilestoneChange,
      { contractId: contract.id, milestoneChangeId: idIn(form, 'change', MilestoneChangeId) },
      { key: form.key },
    ),
});

/** A proposal of the other side, its figures, and the answer. */
export function changePanel(reject: Step): Panel {
  return {
    wants: () => ({ command: 'milestoneChanges.accept' }),
    render: (view) =>
      html`<p class="state">Change proposed</p>
        <h2>${view.who} proposes a change</h2>
        <p>Nothing changes until you agree.</p>
        ${proposal(view.contract)}${acceptChange.render(view)}${reject.render(view)}`,
  };
}

/** One's own open proposal, which waits for the other side. */
export function ownChange(view: View): SafeHtml | false {
  const { contract, who } = view;
  if (contract.milestoneChange?.state !== 'open' || changeToAnswer(contract)) return false;
  return html`<section>
    <h2>You proposed a change</h2>
    <p>Nothing changes until ${who} agrees.</p>
    ${proposal(contract)}${withdrawChange.render(view)}
  </section>`;
}

// Line by line: what it was, and what it would be.
function proposal(contract: Contract): SafeHtml {
  const { items = [], note = '' } = contract.milestoneChange ?? {};
  return html`<ul class="milestones">
      ${items.map((item) => html`<li>${line(contract, item)}</li>`)}
    </ul>
    ${quote(note)}`;
}

function line(contract: Contract, item: MilestoneChangeItem): SafeHtml {
  const find = (id: string): Milestone | undefined => contract.milestones.find((one) => one.id === id);
  switch (item.op) {
    case 'add':
      return html`<span dir="auto">New: ${item.title}</span
        ><span class="money">${moneyText(item.amount)}</span>${due(item.dueOn)}`;
    case 'remove': {
      const milestone = find(item.milestoneId);
      return html`<span dir="auto">Removed: ${milestone?.title}</span
        ><span class="money">${milestone && minusText(milestone.amount)}</span>`;
    }
    case 'edit':
      return edited(item, find(item.milestoneId));
    case 'reorder':
      return html`<span>New order: ${item.milestoneIds.map((id) => find(id)?.title ?? '').join(' · ')}</span>`;
  }
}

function edited(item: Extract<MilestoneChangeItem, { op: 'edit' }>, milestone: Milestone | undefined): SafeHtml {
  const amount = item.amount ?? milestone?.amount;
  const before = [
    item.title !== undefined && milestone && item.title !== milestone.title && milestone.title,
    item.amount && milestone && item.amount.amount !== milestone.amount.amount && moneyText(milestone.amount),
  ].filter((part) => typeof part === 'string');
  return html`<span dir="auto">${item.title ?? milestone?.title}</span
    ><span class="money">${amount && moneyText(amount)}</span
    >${before.length > 0 && html`<small>was ${before.join(', ')}</small>`}${due(item.dueOn)}${
      item.description && html`<small class="prose" dir="auto">${item.description}</small>`
    }`;
}

function due(dueOn: string | null | undefined): SafeHtml | false {
  if (dueOn === undefined) return false;
  return html`<small>${dueOn === null ? 'No due date' : `Due ${dateText(dueOn)}`}</small>`;
}
