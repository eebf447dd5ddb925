import type { MoneyPreview, OfferedPaymentMethod } from '@handsel/protocol';
import { choicesOf, type FormState } from './fields.ts';
import { html, type SafeHtml } from './html.ts';
import type { View } from './view.ts';

type Kind = OfferedPaymentMethod['kind'];

const CARDS: Readonly<Record<Exclude<Kind, 'page'>, readonly [label: string, help: string]>> = {
  test_success: ['Card that works', 'The payment goes through at once'],
  test_declined: ['Card that is declined', 'The bank says no, nothing is charged'],
  test_confirmation: ['Card that asks you to confirm', 'The bank wants you to say yes first'],
  test_late: ['Card that answers late', 'The bank’s answer comes a little later'],
};

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
  const [label, help] = CARDS[method.kind];
  return { label, help };
}

/** Why the last charge failed, when the page on which it was decided lies between the press and now. */
export function failedBefore({ charge, attempt }: View): SafeHtml | false {
  if (charge?.status !== 'failed' || attempt) return false;
  const code = charge.failureCode ?? '';
  const why = FAILURES[code] ?? 'The payment did not go through.';
  const next = LATE.includes(code) ? 'You can start again.' : 'Try another card or ask your bank.';
  return html`<p class="error" role="alert">Nothing was charged. ${why} ${next}</p>`;
}

const FAILURES: Readonly<Record<string, string>> = {
  authentication_required: 'The bank wants a confirmation, and none was given.',
  authorization_expired: 'The bank did not hold the money long enough.',
  card_declined: 'Your card was declined.',
  confirmation_refused: 'The payment was not confirmed.',
  expired: 'The payment was not finished in time.',
  expired_card: 'This card has expired.',
  generic_decline: 'Your bank declined the payment.',
  incorrect_cvc: 'The security code of the card is wrong.',
  insufficient_funds: 'There is not enough money on this card.',
  payment_intent_authentication_failure: 'The bank could not confirm that this is you.',
};

const LATE = ['expired', 'authorization_expired'];
