import { html, nothing, type TemplateResult } from 'lit';
import { CHECK, icon, OFFLINE, WAIT, WARNING } from '../foundation/first-icons.ts';
import { detailsStep } from './details-step.ts';
import { type Step, stepsFor } from './values.ts';
import type { FormView } from './view.ts';

/** What the later part adds to the frame, once it is here. */
export interface LaterStep {
  readonly title: string;
  readonly lead: string;
  readonly content: TemplateResult;
  /** The words of the primary button, with its icon; undefined where the frame's own are meant. */
  readonly primary?: TemplateResult | undefined;
  /** Beside the state of the draft. */
  readonly aside?: TemplateResult | undefined;
}

/** The whole form: ruler, title, what is wrong, the step, and the way back and on. */
export function frame(view: FormView, later: LaterStep | undefined, faults: unknown): TemplateResult {
  const { step, words, next, reading } = view;
  const details = step === 'details' && reading === 'ready';
  const submit = (event: Event) => {
    event.preventDefault();
    next();
  };
  return html`<form class="form" novalidate @submit=${submit}>
    ${ruler(view)} ${heading(view, later)} ${faults}
    <div class="step" ?hidden=${!details}>${detailsStep(view)}</div>
    ${details ? nothing : html`<div class="step">${(reading === 'ready' && later?.content) || waiting(view)}</div>`}
    <p class="error problem" part="error" role="alert">
      ${view.problem ? html`${icon(WARNING)}<span>${view.problem}</span>` : nothing}
    </p>
    ${reading === 'failed' ? again(view) : nothing}
    ${step === 'sent' || reading !== 'ready' ? nothing : foot(view, later)}
    <slot name="trap"></slot>
    <p class="spoken" role="status">${view.offline ? words.offline : ''}</p>
  </form>`;
}

function again({ words, again }: FormView): TemplateResult {
  return html`<button class="button second" part="button" type="button" @click=${again}>${words.tryAgain}</button>`;
}

function waiting({ words, reading }: FormView): TemplateResult | typeof nothing {
  if (reading === 'failed') return nothing;
  return html`<div class="bones" role="group" aria-busy="true" aria-label=${words.loading}>${bones}</div>`;
}

const bones = html`<span class="bone"></span><span class="bone"></span><span class="bone"></span>`;

function ruler({ words, writer, step }: FormView): TemplateResult {
  const steps = stepsFor(writer);
  const at = steps.indexOf(step);
  const asks = writer === 'client';
  // A request has three steps to go; what was sent is no fourth one.
  const shown = asks ? steps.slice(0, -1) : steps;
  const names = asks ? words.requestStepNames : words.stepNames;
  return html`<ol class="steps" part="steps" aria-label=${words.steps}>
    ${shown.map((each, place) =>
      place < at
        ? html`<li class="done">${icon(CHECK)} ${names[each]}<span class="spoken">, ${words.stepDone}</span></li>`
        : html`<li aria-current=${place === at ? 'step' : nothing}>${names[each]}</li>`,
    )}
  </ol>`;
}

function heading({ words, writer, subject, step, who }: FormView, later: LaterStep | undefined): TemplateResult {
  if (step !== 'details') return html`<div>${title(later?.title ?? words.loading, later?.lead ?? '')}</div>`;
  const titles = { new: words.title, draft: words.editTitle, offer: words.reviseTitle };
  const lead = subject === 'offer' ? words.reviseLead : words.lead;
  return html`<div>
    <slot name="heading"
      >${writer === 'client' ? title(words.requestTitle, words.requestLead(who)) : title(titles[subject], lead)}</slot
    >
  </div>`;
}

function title(text: string, lead: string): TemplateResult {
  return html`<h2 class="title" part="title" id="heading" tabindex="-1">${text}</h2>
    ${lead ? html`<p class="small soft lead">${lead}</p>` : nothing}`;
}

function foot(view: FormView, later: LaterStep | undefined): TemplateResult {
  const { step, words, busy, writer, who } = view;
  const first = step === 'details';
  return html`<div class="foot">
      ${
        first
          ? html`<span class="small soft"
              >${writer === 'client' && !view.draftLine ? words.costsNothing(who) : draftState(view)}</span
            >`
          : html`<button class="button second" part="button" type="button" @click=${view.back}>${words.back}</button>`
      }
      <button
        class="button primary"
        part="button button-primary"
        type="submit"
        aria-disabled=${busy ? 'true' : 'false'}
        aria-busy=${busy ? 'true' : 'false'}
      >
        ${busy ? html`<svg class="icon spin" viewBox="0 0 24 24" aria-hidden="true"><path d=${WAIT}></path></svg>` : nothing}
        ${later?.primary ?? onward(view)}
      </button>
    </div>
    ${first ? nothing : html`<p class="small soft state-line">${draftState(view)} ${later?.aside ?? nothing}</p>`}
    ${
      view.offline
        ? html`<div class="notice" part="notice">
            ${icon(OFFLINE)}
            <p>${words.offline}</p>
          </div>`
        : nothing
    }`;
}

function onward({ words, writer, step }: FormView): string {
  const after: Readonly<Record<Step, 'amount' | 'terms' | 'review'>> = {
    details: 'amount',
    amount: writer === 'client' ? 'review' : 'terms',
    terms: 'review',
    review: 'review',
    sent: 'review',
  };
  return (writer === 'client' ? words.requestContinueTo : words.continueTo)[after[step]];
}

function draftState({ draftLine, restored, words, startOver }: FormView): TemplateResult {
  return html`${draftLine}
  ${
    restored
      ? html`<button class="button plain inline" part="button" type="button" @click=${startOver}>
          ${words.startOver}
        </button>`
      : nothing
  }`;
}
