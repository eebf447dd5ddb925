import { html, type TemplateResult } from 'lit';
import { LONGEST } from '@handsel/protocol/longest';
import { textField } from '../foundation/form/field.ts';
import { offerEndOf } from './drafts.ts';
import type { LaterStep } from './frame.ts';
import type { LaterView } from './later-view.ts';

/** The freelancer's own words, beside the clauses that always apply; and until when the offer stands. */
export function termsStep(view: LaterView): LaterStep {
  const { words, write, values, faults, set, leave } = view;
  return {
    title: words.termsTitle,
    lead: '',
    content: html`${textField({
      id: 'terms',
      label: words.terms,
      optional: words.optional,
      help: words.termsHelp,
      counter: words.count(write.count([...values.terms].length), write.count(LONGEST.terms)),
      rows: 7,
      value: values.terms,
      error: faults.terms ?? '',
      onInput: (terms) => set({ terms }),
      onLeave: () => leave('terms'),
    })}
    ${clauses(view)} ${offerEnd(view)}`,
  };
}

function clauses({ words, write, policy }: LaterView): TemplateResult {
  const days = policy.reviewDays === 1 ? words.day : words.days(write.count(policy.reviewDays));
  const all = [words.clauseEscrow, words.clauseReview(days), words.clauseEnd];
  return html`<div>
    <h3 class="head">${words.always}</h3>
    <ol class="clauses" role="list">
      ${all.map((clause, place) => html`<li><span class="number">${write.count(place + 1)}</span>${clause}</li>`)}
    </ol>
  </div>`;
}

function offerEnd(view: LaterView): TemplateResult {
  const { words, write, today, faults, set, leave } = view;
  const date = offerEndOf(view.values, view);
  const days = Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000);
  const written = days === 1 ? words.day : words.days(write.count(days));
  const fault = faults.offerEndsOn ?? '';
  return html`<div class="half">
    ${textField({
      id: 'offerEndsOn',
      label: words.offerEnds,
      type: 'date',
      min: today,
      value: date,
      error: fault,
      ...(!fault && days >= 0 && { help: days === 0 ? words.offerEndsToday : words.offerEndsIn(written) }),
      // A date that is half typed is none yet: it must not be filled in under the person's hands.
      onInput: (offerEndsOn) => offerEndsOn && set({ offerEndsOn }),
      onLeave: () => leave('offerEndsOn'),
    })}
  </div>`;
}
