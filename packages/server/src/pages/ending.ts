import { approveEscrowRefund, type Contract, endByClient, endByFreelancer, type Money } from '@handsel/protocol';
import { alert, button, choicesOf, fieldOf, type FormState, formOf } from './fields.ts';
import type { Form } from './form.ts';
import { object } from './freelancer-steps.ts';
import { html, type SafeHtml } from './html.ts';
import { readPart } from './typed-amount.ts';
import { allowed, at, type Panel, type Step, type View } from './view.ts';
import { daysText, momentText, moneyText, row, rowIf } from './write.ts';

const MISSING = 'Say in a sentence why you end it.';

/** Ends the contract from the client's side, by the figures on the page. */
export const endAsClient: Step = {
  wish: 'end',
  action: 'contracts.endByClient',
  names: { '/reason': ['reason', MISSING], '/pay': ['part', 'Enter an amount.'] },
  check: ({ contract, form }) => endFaults(form, contract),
  render: (view) => {
    const { preview, contract } = view;
    if (!preview) return html`${alert(view.unclear)}`;
    const state = at(view, 'end');
    const held = contract.figures.escrow.amount > 0;
    const pays = preview.release.amount > 0;
    const press = pays ? `End the contract and pay ${moneyText(preview.release)}` : 'End the contract';
    const form = endForm(view);
    const kept = held
      ? Object.fromEntries(['pay', 'part', 'reason'].map((name) => [name, form?.text(name) ?? '']))
      : {};
    return html`${held && endFigures(view)}${formOf(
      state,
      html`${!held && reasonField(view, state)}
        <p class="actions">${button(press, 'danger')}</p>`,
      { consent: preview.consentToken, ...kept },
    )}`;
  },
  make: ({ calls, contract, form }) =>
    calls.make(
      endByClient,
      {
        contractId: contract.id,
        pay: shareOf(form, contract) ?? { amount: 0, currency: contract.currency },
        reason: form.text('reason'),
        consentToken: form.text('consent'),
      },
      { key: form.key },
    ),
};

/** Works out what ending would do; sends nothing. */
export const checkEnd: Pick<Step, 'wish' | 'check'> = {
  wish: 'check-end',
  check: ({ contract, form }) => endFaults(form, contract),
};

/** Ending the contract: what happens to the money first, then the reason, then the button. */
export const endPanel: Panel = {
  wants: (view) => {
    const pay = shareOf(endForm(view), view.contract);
    return pay && { command: 'contracts.endByClient', pay };
  },
  render: (view) =>
    html`<h2>End this contract</h2>
      ${view.contract.figures.escrow.amount > 0 ? shares(view) : html`<p>Nothing is in escrow, so nothing moves.</p>`}
      ${endAsClient.render(view)}
      <p><a href="?">Back</a></p>`,
};

function endForm({ attempt }: View): Form | undefined {
  const wish = attempt?.form.wish;
  return wish === 'end' || wish === 'check-end' ? attempt?.form : undefined;
}

function endFaults(form: Form, contract: Contract): Record<string, string> {
  const { escrow } = contract.figures;
  const pay = form.text('pay');
  const part = pay === 'part' ? readPart(form.text('part'), escrow, moneyText(escrow)) : undefined;
  return {
    ...(escrow.amount > 0 && !['all', 'part', 'none'].includes(pay) && { pay: 'Choose what you pay.' }),
    ...(typeof part === 'string' && { part }),
    ...(form.text('reason') === '' && { reason: MISSING }),
  };
}

// Undefined as long as it is not known: then there is nothing to show figures of.
function shareOf(form: Form | undefined, { figures, currency }: Contract): Money | undefined {
  const { escrow } = figures;
  if (escrow.amount === 0) return { amount: 0, currency };
  switch (form?.text('pay')) {
    case 'all':
      return escrow;
    case 'none':
      return { amount: 0, currency };
    case 'part': {
      const part = readPart(form.text('part'), escrow, '');
      return typeof part === 'string' ? undefined : part;
    }
    default:
      return undefined;
  }
}

function shares(view: View): SafeHtml {
  const { contract, who, attempt } = view;
  const days = daysText(contract.policy.escrowRefundReplyDays);
  const state = { ...at(view, 'check-end'), attempt: endForm(view) && attempt };
  const back = `comes back to you, unless ${who} objects within ${days}`;
  return formOf(
    state,
    html`${choicesOf(state, { name: 'pay', legend: 'What do you pay of the money in escrow?', chosen: '' }, [
        {
          value: 'all',
          label: `All of it, ${moneyText(contract.figures.escrow)}`,
          help: `${who} gets it now and the contract is complete`,
        },
        { value: 'part', label: 'A part', help: `The rest ${back}` },
        { value: 'none', label: 'Nothing', help: `All of it ${back}` },
      ])}
      ${fieldOf(state, { name: 'part', label: `Amount to pay, if a part (${contract.currency})`, inputmode: 'decimal', optional: true })}
      ${reasonField(view, state)}
      <p class="actions">${button('Check the figures', 'second')}</p>`,
  );
}

function reasonField({ who }: View, state: FormState): SafeHtml {
  return fieldOf(state, { name: 'reason', label: 'Why do you end it?', rows: 3, help: `${who} reads this.` });
}

function endFigures({ contract, preview, who }: View): SafeHtml | undefined {
  const days = daysText(contract.policy.escrowRefundReplyDays);
  return (
    preview &&
    html`<dl class="ledger">
      ${row('In escrow', moneyText(contract.figures.escrow))}${row(`${who} gets`, moneyText(preview.release))}${row(
        preview.refund.amount > 0 ? `Comes back to you, unless ${who} objects within ${days}` : 'Comes back to you',
        moneyText(preview.refund),
        'total',
      )}
    </dl>`
  );
}

/** Ends the contract from the freelancer's side: what is held goes back at once. */
export const endAsFreelancer: Step = {
  wish: 'end-by-freelancer',
  action: 'contracts.endByFreelancer',
  names: { '/reason': ['reason', MISSING] },
  check: ({ form }) => (form.text('reason') === '' ? { reason: MISSING } : {}),
  render: (view) => {
    const { preview, who } = view;
    if (!preview) return html`${alert(view.unclear)}`;
    const state = at(view, 'end-by-freelancer');
    const returns = preview.refund.amount > 0;
    const press = returns ? `End the contract and return ${moneyText(preview.refund)} to ${who}` : 'End the contract';
    return formOf(
      state,
      html`${reasonField(view, state)}
        <p class="actions">${button(press, 'danger')}</p>`,
      {
        consent: preview.consentToken,
      },
    );
  },
  make: ({ calls, contract, form }) =>
    calls.make(
      endByFreelancer,
      { contractId: contract.id, reason: form.text('reason'), consentToken: form.text('consent') },
      { key: form.key },
    ),
};

/** Ending from the freelancer's side. */
export const endPanelOfFreelancer: Panel = {
  wants: () => ({ command: 'contracts.endByFreelancer' }),
  render: (view) => {
    const { escrow } = view.contract.figures;
    return html`<h2>End this contract</h2>
      <p>
        ${
          escrow.amount > 0
            ? `${moneyText(escrow)} in escrow goes back to ${view.who} at once. What you were paid stays yours.`
            : `Nothing is in escrow, so no money moves. ${view.who} is told by e-mail.`
        }
        This cannot be undone.
      </p>
      ${endAsFreelancer.render(view)}
      <p><a href="?">Back</a></p>`;
  },
};

/** Agrees that what is held goes back to the client who ended the contract. */
export const agreeRefund: Step = {
  wish: 'agree-refund',
  action: 'escrowRefunds.approve',
  render: (view) => {
    const { preview } = view;
    if (!preview) return html`${alert(view.unclear)}`;
    return html`<dl class="ledger">${rowIf(`Goes back to ${view.who}`, preview.refund, 'total')}</dl>
      ${formOf(
        at(view, 'agree-refund'),
        html`<p class="actions">${button(`Return ${moneyText(preview.refund)}`)}</p>`,
        { consent: preview.consentToken },
      )}`;
  },
  make: ({ calls, contract, form }) =>
    calls.make(approveEscrowRefund, { contractId: contract.id, consentToken: form.text('consent') }, { key: form.key }),
};

/** The client has ended, and wants back what is held. */
export const refundPanel: Panel = {
  wants: () => ({ command: 'escrowRefunds.approve' }),
  render: (view) => {
    const { contract, who } = view;
    const until = contract.expiresAt ? `Answer by ${momentText(contract.expiresAt)}. ` : '';
    return html`<p class="state">Ending: refund requested</p>
      <h2>${who} ended the contract and wants ${moneyText(contract.figures.escrow)} back</h2>
      <p>${until}With no answer by then, it goes back.</p>
      ${agreeRefund.render(view)}${allowed(contract, object.action) && object.render(view)}`;
  },
};
