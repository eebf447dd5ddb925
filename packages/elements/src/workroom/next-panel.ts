import type { Client } from '@handsel/core';
import { html, nothing, type TemplateResult } from 'lit';
import { mark, PLANNED } from '../foundation/marks.ts';
import { actionButton, type Press } from './action-button.ts';
import { clientStep } from './client-step.ts';
import { freelancerStep, type NextStep, stepMilestone, type Telling } from './next-step.ts';

/** Everything the next step needs to be drawn. */
export interface NextView {
  readonly told: Telling;
  /** The client, once it is loaded: the button that asks for payment needs it. */
  readonly client: Client | undefined;
  readonly press: Press;
}

/** What is next: a sentence with its consequence, and one primary button. */
export function nextPanel(view: NextView): TemplateResult {
  const { told } = view;
  const { contract, words } = told;
  const step = contract.viewer === 'freelancer' ? freelancerStep(told) : clientStep(told);
  const { title, text, quote, stop, paid } = step;
  return html`<section class="next ${paid ? 'paid' : ''}" part="next" aria-labelledby="next-title">
    <div>
      <h3 class="head ${stop ? 'stop' : ''}" part="title" id="next-title" tabindex="-1" dir="auto">
        ${stop ? html`${mark(PLANNED, 'due')} ` : nothing}${title}${
          paid ? html` <span class="paid-mark">${words.paidMark}</span>` : nothing
        }
      </h3>
      ${text ? html`<p class="small gap">${text}</p>` : nothing}
      ${
        quote
          ? html`<blockquote class="small prose" dir="auto" aria-label=${words.reasonGiven}>${quote}</blockquote>`
          : nothing
      }
    </div>
    ${controls(step, view)}
  </section>`;
}

function controls(step: NextStep, { told, client, press }: NextView): TemplateResult | typeof nothing {
  const { primary, second, asks } = step;
  if (asks) return client ? requestPayment(told, client) : nothing;
  if (!primary && !second) return nothing;
  return html`<div class="actions">
    ${primary ? actionButton(told, { ...primary, look: 'primary', press }) : nothing}
    ${second ? actionButton(told, { ...second, look: 'second', press }) : nothing}
  </div>`;
}

// It stays where it is while its state changes, so that its dialog can say what has been sent.
function requestPayment({ contract }: Telling, client: Client): TemplateResult {
  return html`<handsel-request-payment
    .client=${client}
    contract-id=${contract.id}
    milestone-id=${stepMilestone(contract)?.id ?? ''}
  ></handsel-request-payment>`;
}
