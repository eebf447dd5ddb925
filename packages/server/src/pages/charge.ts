import { type Charge, ChargeId, type ContractEvent, fits } from '@handsel/protocol';
import { LIFETIMES } from '../settings.ts';
import { html, type SafeHtml } from './html.ts';
import type { Panel } from './view.ts';
import { moneyText } from './write.ts';

/** The newest charge that a contract's history speaks of. */
export function chargeIdIn(events: readonly ContractEvent[]): ChargeId | undefined {
  const id = events.findLast(({ type }) => type.startsWith('charge.'))?.data.chargeId;
  return fits(ChargeId, id) ? id : undefined;
}

/** A charge that is not decided: at the bank, or being checked. */
export const chargePanel: Panel = {
  render: ({ charge, contract }) => {
    const amount = moneyText(charge?.amount ?? contract.figures.unfunded);
    const address = charge?.status === 'requires_confirmation' ? webAddress(charge.confirmationUrl) : undefined;
    if (address !== undefined)
      return charge?.paymentMethod?.kind === 'page' ? toPay(charge, address) : toConfirm(amount, address);
    return html`<p class="state">Payment is being checked</p>
      <h2>${amount} is on its way</h2>
      <p>Your bank has not answered yet. Nothing is charged twice: there is nothing you have to do.</p>
      <p class="actions"><a class="button second" href="?">Look again</a></p>`;
  },
};

function toPay({ amount, paymentMethod }: Charge, address: string): SafeHtml {
  const provider = paymentMethod?.provider;
  return html`<p class="state">Payment is open</p>
    <h2>Pay ${moneyText(amount)} on ${provider}’s page</h2>
    <p>Nothing is charged until you pay there; then you come back here.</p>
    <p class="actions"><a class="button" href="${address}">Go to ${provider}’s secure page</a></p>
    ${MINUTES}`;
}

function toConfirm(amount: string, address: string): SafeHtml {
  return html`<p class="state">Payment is being checked</p>
    <h2>Confirm ${amount} with your bank</h2>
    <p>Your bank wants to know that this is you. Until you say yes there, nothing is charged.</p>
    <p class="actions"><a class="button" href="${address}">Confirm with your bank</a></p>
    ${MINUTES}`;
}

const MINUTES = html`<p class="soft">
  If you leave it, it ends by itself after ${LIFETIMES.confirmationMs / 60_000} minutes, and you can start again.
</p>`;

// The address is the payment provider's; only one that a browser opens as a page may become a link.
function webAddress(text: string | null): string | undefined {
  return text !== null && /^https?:\/\//i.test(text) ? text : undefined;
}
