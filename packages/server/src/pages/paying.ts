import type { MoneyPreview, OfferedPaymentMethod } from '@handsel/protocol';
import { CHARGE_FAILURE_WORDS, TEST_CARD_WORDS } from '@handsel/protocol/words';
import { choicesOf, type FormState } from './fields.ts';
import { html, type SafeHtml } from './html.ts';
import type { View } from './view.ts';

/** The ways to pay that the backend offers: the provider's own page, or the pretended cards in plain words. */
export function waysToPay({ paymentMethods, simulated }: MoneyPreview, state: FormState): SafeHtml {
  const [first, ...others] = paymentMethods;
  if (!first) {
    return html`<p class="notice">
      The card field of the payment provider needs a script. Allow scripts for this page, then load it again. Nothing
      was charged.
    </p>`;
  }
  if (others.length === 0) {
    const hidden = html`<input type="hidden" name="card" value="${first.id}" />`;
    return html`${hidden}${first.kind === 'page' && html`<p class="soft">${onPage(first)}</p>`}`;
  }
  const choices = paymentMethods.map((method) => ({ value: method.id, ...wordsOf(method) }));
  return html`${choicesOf(state, { name: 'card', legend: 'Pay with', chosen: first.id }, choices)}
  ${simulated && html`<p class="soft">Test cards, no real money.</p>`}`;
}

function onPage({ provider }: OfferedPaymentMethod): string {
  return `You pay on ${provider}’s secure page and come back here.`;
}

function wordsOf(method: OfferedPaymentMethod): { readonly label: string; readonly help: string } {
  if (method.kind === 'page') return { label: method.provider, help: onPage(method) };
  const [label, help] = TEST_CARD_WORDS[method.kind];
  return { label, help };
}

/** Why the last charge failed, when the page on which it was decided lies between the press and now. */
export function failedBefore({ charge, attempt }: View): SafeHtml | false {
  if (charge?.status !== 'failed' || attempt) return false;
  const code = charge.failureCode ?? '';
  const why = CHARGE_FAILURE_WORDS[code] ?? 'The payment did not go through.';
  const next = LATE.includes(code) ? 'You can start again.' : 'Try another card or ask your bank.';
  return html`<p class="error" role="alert">Nothing was charged. ${why} ${next}</p>`;
}

const LATE = ['expired', 'authorization_expired'];
