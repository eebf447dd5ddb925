import { readersClock } from '../foundation/clock.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { cut } from '../foundation/cut.ts';
import { typed } from '../foundation/form/field.ts';
import { icon, SEND, WARNING } from '../foundation/icons.ts';
import { milestonesOf, offerEndOf } from './drafts.ts';
import { figures } from './figures.ts';
import type { LaterStep } from './frame.ts';
import type { LaterView } from './later-view.ts';
import type { Step } from './values.ts';

interface Line {
  readonly what: string;
  readonly text: TemplateResult | string;
  readonly step: Step;
}

/** Everything once more, with the way back to each part; then the signature. */
export function reviewStep(view: LaterView): LaterStep {
  const { words } = view;
  return {
    title: words.reviewTitle,
    lead: words.reviewLead,
    primary: html`${icon(SEND, 'turns')}${words.signAndSend}`,
    content: html`${lines(view, freelancerLines(view))} ${figures(view, milestonesOf(view.values, view), 'listed')}
    ${cut()} ${signature(view)}`,
  };
}

/** What a client is about to ask for. */
export function requestReviewStep(view: LaterView): LaterStep {
  const { words, who, values } = view;
  const written = milestonesOf(values, view);
  return {
    title: words.requestReviewTitle,
    lead: words.requestReviewLead(who),
    primary: html`${icon(SEND, 'turns')}${words.sendRequest}`,
    content: html`${lines(view, clientLines(view))} ${written.length > 0 ? figures(view, written, 'listed') : nothing}
      <p class="small">${words.binding}</p>`,
  };
}

function freelancerLines(view: LaterView): Line[] {
  const { words, write, values } = view;
  const paragraphs = values.terms.split(/\n\s*\n/).filter((part) => part.trim() !== '').length;
  const ends = write.date(offerEndOf(values, view));
  return [
    { what: words.client, text: html`<bdi>${values.clientEmail}</bdi>`, step: 'details' },
    { what: words.contract, text: named(values.title, values.description), step: 'details' },
    {
      what: words.ownTerms,
      text: words.termsSummary(paragraphs, write.count(paragraphs), ends),
      step: 'terms',
    },
    { what: words.amount, text: amountText(view), step: 'amount' },
  ];
}

function amountText(view: LaterView): string {
  const { words, values, write } = view;
  if (values.price === 'none') return words.noBudget;
  const count = milestonesOf(values, view).length;
  if (values.price === 'milestones') return words.countMilestones(count, words.numbers[count] ?? write.count(count));
  return values.dueOn ? `${words.one}, ${words.dueOn.toLocaleLowerCase()} ${write.date(values.dueOn)}` : words.one;
}

function clientLines(view: LaterView): Line[] {
  const { words, values } = view;
  const { clientName, clientCompany, clientEmail } = values;
  const person = [clientName, clientCompany].map((part) => part.trim()).filter(Boolean);
  return [
    { what: words.you, text: named(person.join(', '), clientEmail), step: 'details' },
    { what: words.project, text: named(values.title, values.description), step: 'details' },
    { what: words.budget, text: amountText(view), step: 'amount' },
  ];
}

function named(name: string, text: string): TemplateResult {
  return html`<bdi>${name}</bdi>${text ? html`<p class="small soft long" dir="auto">${text}</p>` : nothing}`;
}

function lines({ words, go }: LaterView, all: readonly Line[]): TemplateResult {
  return html`<dl class="review">
    ${all.map(
      ({ what, text, step }) =>
        html`<div>
          <dt class="small soft">${what}</dt>
          <dd>${text}</dd>
          <dd class="change">
            <button
              class="button plain inline"
              part="button"
              type="button"
              aria-label=${words.changeWhat(what)}
              @click=${() => go(step)}
            >
              ${words.change}
            </button>
          </dd>
        </div>`,
    )}
  </dl>`;
}

function signature({ words, write, values, faults, set, leave }: LaterView): TemplateResult {
  const fault = faults.signature ?? '';
  return html`<div class="field after-cut" part="field">
    <label class="label" part="label" for="signature">${words.sign}</label>
    <div class="sign">
      <b aria-hidden="true">×</b>
      <input
        part="input"
        id="signature"
        autocomplete="name"
        dir="auto"
        aria-required="true"
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby="signature-help signature-error"
        .value=${live(values.signature)}
        @input=${(event: Event) => set({ signature: typed(event) })}
        @change=${() => leave('signature')}
      />
    </div>
    <p class="help" part="help" id="signature-help">${words.signHelp(write.day(readersClock.now().toISOString()))}</p>
    <p class="error" part="error" id="signature-error" role="alert">
      ${fault ? html`${icon(WARNING)}<span>${fault}</span>` : nothing}
    </p>
  </div>`;
}
