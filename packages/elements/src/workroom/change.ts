import { html, nothing, type TemplateResult } from 'lit';
import { CHANGES, state } from '../foundation/marks.ts';
import { proposal } from '../foundation/proposal.ts';
import { actionButton, type Press } from './action-button.ts';
import type { Telling } from './next-step.ts';

/** The open proposal: what it would change, and how to answer it. Nothing when there is none. */
export function openChange(told: Telling, press: Press): TemplateResult | typeof nothing {
  const { contract, words, who } = told;
  const change = contract.milestoneChange;
  if (change?.state !== 'open') return nothing;
  const yours = change.by === contract.viewer;
  return html`<section class="change" part="panel">
    ${state(CHANGES, 'changes', yours ? words.changeYours : words.changeBy(who))}
    <p class="small soft">${yours ? words.changeWaits(who) : words.changeYou}</p>
    ${proposal(told)}
    <div class="actions">
      ${actionButton(told, { action: 'milestoneChanges.accept', look: 'second', press })}
      ${actionButton(told, { action: 'milestoneChanges.reject', look: 'plain', press })}
      ${actionButton(told, { action: 'milestoneChanges.withdraw', look: 'plain', press })}
    </div>
  </section>`;
}
