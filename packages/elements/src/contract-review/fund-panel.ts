import type { Charge, Money, MoneyPreview, OfferedPaymentMethod } from '@handsel/protocol';
import { sum } from '@handsel/protocol/money';
import { html, nothing, type TemplateResult } from 'lit';
import { AWAITING, CLOSED, FUNDED, PAID, PLANNED, state } from '../foundation/marks.ts';
import { choices, gate, heading, primary, problemLine, turn, webAddress } from './controls.ts';
import { row } from './ledger-row.ts';
import { fundable, numberOf, permission } from './panel.ts';
import { chosenMethod } from './typed.ts';
import type { ReviewView } from './view.ts';

/** Paying into escrow: consequence, figures, card, one button with the amount. */
export function fundPanel(view: ReviewView): TemplateResult {
  const { contract, words } = view;
  const here = permission(contract, 'contracts.fund') === 'here';
  return html`${opening(view)} ${scopes(view)}
    ${here ? html`${figures(view)} ${view.preview?.charge.amount === 0 ? nothing : payment(view)}` : nothing}
    ${problemLine(view)} ${gate(view, 'contracts.fund', primary(view, payLabel(view), words.paying))}
    ${here ? afterwards(view) : nothing}
    <div class="links">
      ${permission(contract, 'contracts.cancel') === 'here' ? turn(view, words.cancel, 'cancel') : nothing}
      ${permission(contract, 'contracts.endByClient') === 'here' ? turn(view, words.endLink, 'end') : nothing}
    </div>`;
}

// What goes into escrow by the chosen scope: the sum of what is not funded, until the backend's own figures are here.
function goal({ contract, typed, preview }: ReviewView): Money {
  if (preview) return sum([preview.intoEscrow, preview.fromCarried], contract.currency);
  const open = fundable(contract);
  const chosen = typed.scope === 'all' ? open : open.slice(0, 1);
  return sum(
    chosen.map(({ amount }) => amount),
    contract.currency,
  );
}

function opening(view: ReviewView): TemplateResult {
  const { contract, words, write, who, typed } = view;
  const first = contract.status === 'pending_funding';
  const next = fundable(contract)[0];
  const number = next ? numberOf(contract, next) : 1;
  const single = contract.milestones.length === 1;
  const what = single ? words.theWork : typed.scope === 'all' ? words.eachMilestone : words.thisMilestone(number);
  return html`<div>
    ${first ? state(PAID, 'paid', words.signedByBoth) : state(PLANNED, 'quiet', words.milestone(number))}
    ${heading(words.fundTitle(write.money(goal(view))))}
    <p class="gap">
      ${first || typed.scope === 'all' || !next ? words.fundText(who, what) : words.fundNextText(who, next.title)}
    </p>
  </div>`;
}

function scopes(view: ReviewView): TemplateResult | typeof nothing {
  const { contract, words, write } = view;
  const open = fundable(contract);
  if (open.length < 2) return nothing;
  const all = sum(
    open.map(({ amount }) => amount),
    contract.currency,
  );
  return choices(view, 'scope', words.scope, [
    { value: 'next', label: `${words.scopeNext}, ${write.money(open[0]?.amount ?? all)}`, help: open[0]?.title ?? '' },
    { value: 'all', label: `${words.scopeAll(open.length)}, ${write.money(all)}`, help: words.scopeAllHelp },
  ]);
}

/** Bones in the place of figures that are on their way. */
export function bones(lines: number): TemplateResult {
  return html`<div class="bones" aria-hidden="true">
    ${Array.from({ length: lines }, () => html`<span class="bone"></span>`)}
  </div>`;
}

function figures(view: ReviewView): TemplateResult {
  const { contract, words, preview, typed } = view;
  if (!preview) return bones(3);
  const open = fundable(contract);
  const first = open[0];
  const label =
    typed.scope === 'all' && open.length > 1
      ? words.milestones(open.length)
      : words.milestone(first ? numberOf(contract, first) : 1);
  return html`<dl class="ledger" part="ledger" aria-live="polite">
    ${row(view, label, sum([preview.intoEscrow, preview.fromCarried], contract.currency))} ${chargeRows(view, preview)}
  </dl>`;
}

/** The lines from what goes into escrow to what is paid today; also for a change that costs more. */
export function chargeRows(view: ReviewView, preview: MoneyPreview): TemplateResult {
  const { words, write, contract } = view;
  const { fees } = contract.policy;
  const percentOnly = fees.initiationMinor === 0;
  const fee = percentOnly ? words.serviceFee(write.percent(fees.clientBps)) : words.fees;
  return html`${
    preview.fromCarried.amount > 0
      ? html`<div class="soft">
          <dt>${words.carried}</dt>
          <dd>${write.minus(preview.fromCarried)}</dd>
        </div>`
      : nothing
  }
  ${preview.clientFee.amount > 0 ? row(view, fee, preview.clientFee, 'soft') : nothing}
  ${row(view, words.payToday, preview.charge, 'total')}`;
}

/** The way to pay: the page's own card field, the provider's page, or the pretended cards in plain words. */
export function payment(view: ReviewView): TemplateResult {
  const { words, ownCardField, preview, typed } = view;
  if (!preview) return bones(1);
  const { paymentMethods, simulated } = preview;
  const chosen = chosenMethod(preview, typed);
  if (!chosen || (ownCardField && !simulated)) return ownField(view);
  if (chosen.kind === 'page' && paymentMethods.length === 1) {
    return html`<p class="small soft">${words.payOnPage(chosen.provider)}</p>`;
  }
  const options = paymentMethods.map((method) => ({ value: method.id, ...methodWords(method, words) }));
  return html`${choices(view, 'card', words.payWith, options, chosen.id)}
  ${simulated ? html`<p class="small soft">${words.testCards}</p>` : nothing}`;
}

function ownField({ words, ownCardField }: ReviewView): TemplateResult {
  return html`<div>
    <p class="label">${words.payWith}</p>
    <slot name="payment-method">${ownCardField ? nothing : html`<p class="small soft">${words.payField}</p>`}</slot>
  </div>`;
}

function methodWords({ kind, provider }: OfferedPaymentMethod, words: ReviewView['words']) {
  if (kind === 'page') return { label: provider, help: words.payOnPage(provider) };
  const [label, help] = words.cards[kind];
  return { label, help };
}

function payLabel(view: ReviewView): string {
  const { words, write, preview, previewing } = view;
  if (!preview) return previewing ? words.checkingFigures : words.check;
  return preview.charge.amount === 0
    ? words.payNothing(write.money(goal(view)))
    : words.pay(write.money(preview.charge));
}

function afterwards(view: ReviewView): TemplateResult {
  const { contract, words, typed } = view;
  const rest = typed.scope === 'all' ? [] : fundable(contract).slice(1);
  const numbers = rest.map((milestone) => String(numberOf(contract, milestone)));
  const later = numbers.length === 1 ? words.otherOne(numbers[0] ?? '') : words.otherMany(range(view, numbers));
  return html`<p class="small soft">
    ${words.chargedOnce} ${numbers.length > 0 ? words.othersLater(later) : nothing}
  </p>`;
}

function range({ words }: ReviewView, numbers: readonly string[]): string {
  const [first = ''] = numbers;
  return numbers.length > 3 ? words.fromTo(first, numbers.at(-1) ?? '') : words.and(numbers);
}

const LATE = ['expired', 'authorization_expired'];

/** How a charge stands that is not decided, or was not accepted. */
export function chargePanel(view: ReviewView): TemplateResult {
  const { charge, words, write } = view;
  if (charge?.status === 'requires_confirmation') return confirmPanel(view, charge);
  if (charge?.status === 'failed') {
    const why = words.failures[charge.failureCode ?? ''] ?? words.failedUnknown;
    const text = LATE.includes(charge.failureCode ?? '') ? words.failedLate(why) : words.failedText(why);
    return html`<div>${state(CLOSED, 'dispute', words.failed)} ${heading(text)}</div>
      ${turn(view, words.tryAgain, '')}`;
  }
  const decided = charge?.status === 'succeeded';
  return html`<div>
    ${state(decided ? FUNDED : AWAITING, decided ? 'held' : 'due', words.checking)}
    ${heading(charge ? words.checkingTitle(write.money(charge.amount)) : words.checkingPlain)}
    <p class="gap">${words.checkingText}</p>
  </div>`;
}

function confirmPanel(view: ReviewView, charge: Charge): TemplateResult {
  const { words, write } = view;
  const [amount, address] = [write.money(charge.amount), webAddress(charge.confirmationUrl)];
  const { kind, provider = '' } = charge.paymentMethod ?? {};
  const [now, title, text, press] =
    kind === 'page'
      ? [words.open, words.pageTitle(amount, provider), words.pageText, words.pageNow(provider)]
      : [words.checking, words.confirmTitle(amount), words.confirmText, words.confirmNow];
  return html`<div>
      ${state(AWAITING, 'due', now)} ${heading(title)}
      <p class="gap">${text}</p>
    </div>
    ${
      address
        ? html`<a class="button primary wide" part="button button-primary" data-primary href=${address} target="_top"
              >${press}</a
            >
            <p class="small soft">${words.leaveIt}</p>`
        : nothing
    }`;
}
