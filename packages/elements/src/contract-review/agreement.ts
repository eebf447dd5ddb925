import type { Contract, Party, Signature } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { classMap } from 'lit/directives/class-map.js';
import { cut } from '../foundation/cut.ts';
import { PAID, state } from '../foundation/marks.ts';
import { fullName, initials } from '../foundation/people.ts';
import { faultLine, prose } from './controls.ts';
import { permission } from './panel.ts';
import type { ReviewView } from './view.ts';

/** The whole agreement: both sides, what is agreed in numbered clauses, both signatures. */
export function agreement(view: ReviewView): TemplateResult {
  const { contract, unfolded } = view;
  const texts = clauses(view);
  return html`<article class="agreement" part="panel">
    ${parties(view)}
    <h2 class="lead" part="lead"><bdi>${contract.title}</bdi></h2>
    ${contract.description ? prose(contract.description) : nothing}
    <div class="clauses ${classMap({ unfolded })}">
      ${texts.map((text, index) => clause(index + 1, text))}
      <button class="button plain unfold" part="button" type="button" @click=${view.unfold}>
        ${view.words.readAll(texts.length)}
      </button>
    </div>
    ${signatures(view)}
  </article>`;
}

function face(party: Party): TemplateResult {
  return html`<span class="face" aria-hidden="true">${initials(party)}</span>`;
}

function parties({ contract, words }: ReviewView): TemplateResult {
  const { freelancer, client, status } = contract;
  const to = fullName(client);
  const offer = status === 'pending_acceptance' || status === 'draft';
  return html`<p class="parties">
    ${face(freelancer)}<span class="small"
      ><bdi>${fullName(freelancer)}</bdi>
      <span class="soft">${offer ? words.offers(to) : words.between(to)}</span></span
    >
  </p>`;
}

interface Clause {
  readonly title: string;
  readonly body: TemplateResult;
}

function clause(number: number, { title, body }: Clause): TemplateResult {
  return html`<section class="clause ${number > 1 ? 'folds' : ''}">
    <span class="numeral" aria-hidden="true">${number}</span>
    <div>
      <h3 class="head">${title}</h3>
      ${body}
    </div>
  </section>`;
}

function clauses(view: ReviewView): Clause[] {
  const { contract, words, who } = view;
  const { terms, policy } = contract;
  const days = words.days(policy.reviewDays);
  const remind = policy.reminderHours.length > 0 ? words.remind(words.and(reminders(view))) : '';
  const found: (Clause | undefined)[] = [
    { title: words.payClause, body: payment(view) },
    terms.body ? { title: words.termsClause(who), body: prose(terms.body) } : undefined,
    { title: words.askClause(who), body: html`<p>${words.askText(days, remind)}</p>` },
    { title: words.endClause, body: html`<p>${words.endText(who, words.days(policy.escrowRefundReplyDays))}</p>` },
    { title: words.feesClause, body: html`<p>${fees(view)}</p>` },
  ];
  return found.filter((one) => one !== undefined);
}

function reminders({ contract, words }: ReviewView): string[] {
  return contract.policy.reminderHours.map((hours) => (hours % 24 === 0 ? words.days(hours / 24) : words.hours(hours)));
}

function payment({ contract, words, write, who }: ReviewView): TemplateResult {
  const { milestones, figures } = contract;
  return html`<p class="soft small">${milestones.length > 1 ? words.payHelp(who) : words.payHelpOne(who)}</p>
    <ol class="milestones priced">
      ${milestones.map(
        ({ title, description, amount, dueOn }) =>
          html`<li>
            <span class="name"><bdi>${title}</bdi></span
            ><span class="money">${write.money(amount)}</span>
            ${description ? html`<div class="small soft">${prose(description)}</div>` : nothing}
            ${dueOn ? html`<span class="small soft">${words.due(write.date(dueOn))}</span>` : nothing}
          </li>`,
      )}
    </ol>
    <dl class="ledger" part="ledger">
      <div class="total" part="total">
        <dt>${words.amount}</dt>
        <dd>${write.money(figures.total)}</dd>
      </div>
    </dl>`;
}

// What the freelancer pays is the freelancer's business.
function fees({ contract, words, write, who }: ReviewView): string {
  const { clientBps, freelancerBps, initiationMinor } = contract.policy.fees;
  const own = contract.viewer === 'freelancer';
  const found = [
    clientBps > 0 && words.clientFee(write.percent(clientBps)),
    initiationMinor > 0 && words.initiationFee(write.money({ amount: initiationMinor, currency: contract.currency })),
    own && freelancerBps > 0 && words.freelancerFee(who, write.percent(freelancerBps)),
  ].filter((one) => one !== false);
  return found.length > 0 ? found.join(' ') : words.noFees;
}

function signatures(view: ReviewView): TemplateResult {
  return html`<div class="halves">
    <div class="half">${half(view, 'freelancer')}</div>
    <div class="between-halves">${cut()}${cutDown()}</div>
    <div class="half">${signs(view) ? signing(view) : half(view, 'client')}</div>
  </div>`;
}

// The same wave, standing: on a wide page the two halves lie side by side.
function cutDown(): TemplateResult {
  const wave = `M4 0${'q-5 6 0 12t0 12'.repeat(30)}`;
  return html`<svg class="cut down" viewBox="0 0 8 720" preserveAspectRatio="xMidYMin slice" aria-hidden="true">
    <path d=${wave}></path>
  </svg>`;
}

// While it is being declined there is no line to sign on: its Enter must not press another button than "Sign".
function signs({ panel, contract }: ReviewView): boolean {
  return panel === 'sign' && permission(contract, 'contracts.accept') === 'here';
}

function signatureOf({ signatures: all, terms }: Contract, role: 'freelancer' | 'client'): Signature | undefined {
  const own = all.filter((signature) => signature.role === role);
  return own.findLast(({ termsHash }) => termsHash === terms.hash) ?? own.at(-1);
}

function half(view: ReviewView, role: 'freelancer' | 'client'): TemplateResult {
  const { contract, words, write } = view;
  const signature = signatureOf(contract, role);
  return html`<p class="small soft">${role === 'freelancer' ? words.freelancer : words.client}</p>
    <p class="signature"><bdi>${signature?.name ?? '\u00a0'}</bdi></p>
    <p class="cluster">
      ${
        signature
          ? html`${state(PAID, 'paid', words.signed)}<bdi class="small soft">${write.stamp(signature.at)}</bdi>`
          : html`<span class="small soft">${words.notSigned}</span>`
      }
    </p>`;
}

function signing(view: ReviewView): TemplateResult {
  const { contract, words, typed, faults } = view;
  return html`<label class="small soft" for="signature">${words.signLabel}</label>
    <p class="signature">
      <span class="cross" aria-hidden="true">×</span>
      <input
        id="signature"
        part="input"
        autocomplete="name"
        autocapitalize="words"
        spellcheck="false"
        dir="auto"
        aria-required="true"
        aria-invalid=${faults.signature ? 'true' : 'false'}
        aria-describedby="signature-error signature-help"
        .value=${live(typed.signature)}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) view.type('signature', target.value);
        }}
        @keydown=${({ key }: KeyboardEvent) => {
          if (key === 'Enter') view.press();
        }}
      />
    </p>
    ${faultLine(view, 'signature')}
    <p class="small soft" id="signature-help">${words.signHelp(contract.terms.version)}</p>`;
}
