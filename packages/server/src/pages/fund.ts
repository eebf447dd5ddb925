import { type Contract, fundContract, type Money, type MoneyPreview, sum } from '@handsel/protocol';
import { alert, button, formOf } from './fields.ts';
import { html, type SafeHtml } from './html.ts';
import { failedBefore, waysToPay } from './paying.ts';
import { at, fundable, numberOf, type Panel, type Step, type View } from './view.ts';
import { minusText, moneyText, percentText, row, rowIf } from './write.ts';

const scopeOf = ({ query }: View): 'next' | 'all' => (query.get('scope') === 'all' ? 'all' : 'next');

/** Pays into escrow, by the figures on the page. */
export const fund: Step = {
  wish: 'fund',
  action: 'contracts.fund',
  names: { '/paymentMethod': ['card', 'Choose how you pay.'] },
  render: (view) => {
    const { preview, contract } = view;
    if (!preview) return html`${alert(view.unclear)}`;
    const state = at(view, 'fund');
    const pays = preview.charge.amount > 0;
    const press = pays
      ? `Pay ${moneyText(preview.charge)} into escrow`
      : `Put ${moneyText(goal(contract, preview))} in escrow`;
    const possible = !pays || preview.paymentMethods.length > 0;
    const inside = html`${pays && waysToPay(preview, state)}
    ${possible && html`<p class="actions">${button(press)}</p>`}`;
    return html`<dl class="ledger">
        ${row(what(view), moneyText(goal(contract, preview)))}${chargeRows(contract, preview)}
      </dl>
      ${formOf(state, inside, { scope: scopeOf(view), consent: preview.consentToken })}`;
  },
  make: ({ calls, contract, form }) =>
    calls.make(
      fundContract,
      {
        contractId: contract.id,
        scope: form.text('scope') === 'all' ? 'all' : 'next',
        paymentMethod: form.filled('card') ?? 'pm_nothing_to_pay',
        consentToken: form.text('consent'),
      },
      { key: form.key },
    ),
};

/** What is paid into escrow, how, and what for. */
export const fundPanel: Panel = {
  wants: (view) => ({ command: 'contracts.fund', scope: scopeOf(view) }),
  render: (view) => {
    const { contract, who, preview } = view;
    const first = contract.status === 'pending_funding';
    const rest = fundable(contract).slice(1);
    return html`<p class="state">${first ? 'Signed by both' : 'Next milestone'}</p>
      <h2>Put ${moneyText(preview ? goal(contract, preview) : contract.figures.unfunded)} in escrow</h2>
      <p>${who} can start once this is paid. ${who} gets the money only when you approve the work.</p>
      ${failedBefore(view)}${fund.render(view)} ${otherScope(view)}
      <p class="soft">
        Charged once,
        today.${
          rest.length > 0 && scopeOf(view) === 'next' && ' The other milestones are not charged until you fund them.'
        }
      </p>`;
  },
};

function goal({ currency }: Contract, { intoEscrow, fromCarried }: MoneyPreview): Money {
  return sum([intoEscrow, fromCarried], currency);
}

function what(view: View): string {
  const open = fundable(view.contract);
  const [first] = open;
  if (scopeOf(view) === 'all' && open.length > 1) return `${open.length} milestones`;
  return `Milestone ${first ? numberOf(view.contract, first) : 1}`;
}

function otherScope(view: View): SafeHtml | false {
  const open = fundable(view.contract);
  if (open.length < 2) return false;
  if (scopeOf(view) === 'all') return html`<p><a href="?scope=next">Fund only the next milestone</a></p>`;
  const all = sum(
    open.map(({ amount }) => amount),
    view.contract.currency,
  );
  return html`<p><a href="?scope=all">Fund all ${open.length} milestones at once, ${moneyText(all)}</a></p>`;
}

/** The lines from what goes into escrow to what is paid today. */
export function chargeRows({ policy }: Contract, preview: MoneyPreview): SafeHtml {
  const { initiationMinor, clientBps } = policy.fees;
  const fee = initiationMinor === 0 ? `Service fee, ${percentText(clientBps)}` : 'Fees';
  const { fromCarried, clientFee, charge } = preview;
  return html`${fromCarried.amount > 0 && row('Carried over from before', minusText(fromCarried))}${rowIf(fee, clientFee)}${row(
    'You pay today',
    moneyText(charge),
    'total',
  )}`;
}
