import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { ref } from 'lit/directives/ref.js';
import { textField } from '../foundation/form/field.ts';
import { moneyField } from '../foundation/form/money-field.ts';
import type { LaterStep } from './frame.ts';
import { milestonesOf } from './drafts.ts';
import { figures } from './figures.ts';
import type { LaterView } from './later-view.ts';
import type { Values } from './values.ts';

/** One amount or several milestones; a client may leave it to the freelancer. */
export function amountStep(view: LaterView): LaterStep {
  const { words, writer, values } = view;
  const asks = writer === 'client';
  return {
    title: asks ? words.budgetTitle : words.amountTitle,
    lead: asks ? words.budgetLead : '',
    content: html`${choice(view)} ${values.price === 'one' ? oneAmount(view) : nothing}
    ${values.price === 'milestones' ? milestones(view) : nothing} ${sums(view)}`,
  };
}

function choice(view: LaterView): TemplateResult {
  const { words, writer } = view;
  const asks = writer === 'client';
  return html`<fieldset>
    <legend class="spoken">${words.priceLegend}</legend>
    <div class="choice">
      ${asks ? option(view, 'none', words.none) : nothing} ${option(view, 'one', words.one)}
      ${option(view, 'milestones', asks ? words.steps : words.milestones)}
    </div>
  </fieldset>`;
}

function option({ values, set, loadEditor }: LaterView, price: Values['price'], label: string): TemplateResult {
  const choose = () => {
    set({ price });
    if (price === 'milestones') loadEditor();
  };
  return html`<label>
    <input type="radio" name="price" value=${price} .checked=${live(values.price === price)} @change=${choose} />
    <b>${label}</b>
  </label>`;
}

function oneAmount(view: LaterView): TemplateResult {
  const { words, write, currency, smallest, values, faults, set, leave } = view;
  return html`<div class="two">
    ${moneyField({
      id: 'amount',
      label: words.amount,
      value: values.amount,
      currency,
      locale: write.locale,
      error: faults.amount ?? '',
      ...(!faults.amount && { help: words.atLeast(write.money(smallest)) }),
      onInput: (amount) => set({ amount }),
      onLeave: () => leave('amount'),
    })}
    ${textField({
      id: 'dueOn',
      label: words.dueOn,
      optional: words.optional,
      type: 'date',
      value: values.dueOn,
      error: faults.dueOn ?? '',
      onInput: (dueOn) => set({ dueOn }),
      onLeave: () => leave('dueOn'),
    })}
  </div>`;
}

function milestones(view: LaterView): TemplateResult {
  const { editor, words, policy, currency, faults, adopt, loadEditor, writer } = view;
  if (editor !== 'here') {
    return html`<p
      class="bones"
      aria-busy=${editor === 'loading' ? 'true' : 'false'}
      aria-label=${words.milestonesLoading}
    >
      ${
        editor === 'loading'
          ? html`<span class="bone"></span><span class="bone"></span>`
          : html`<button class="button second" part="button" type="button" @click=${loadEditor}>
              ${words.milestones}
            </button>`
      }
    </p>`;
  }
  return html`<handsel-milestone-editor
      inline
      .currency=${currency}
      .policy=${policy}
      .words=${writer === 'client' ? words.editor : undefined}
      ${ref(adopt)}
    ></handsel-milestone-editor>
    ${faults.milestones ? html`<p class="error" part="error" role="alert"><span>${faults.milestones}</span></p>` : nothing}`;
}

// For one amount without fees there is nothing to add up: the figure stands in its field.
function sums(view: LaterView): TemplateResult | typeof nothing {
  const { values, policy, writer } = view;
  const written = milestonesOf(values, view);
  const fees = writer === 'freelancer' && policy.fees.freelancerBps > 0;
  if (written.length === 0 || (values.price === 'one' && !fees)) return nothing;
  return figures(view, written, 'counted');
}
