import { html, nothing, type TemplateResult } from 'lit';
import { approvePanel, changesPanel } from './approve-panel.ts';
import { problemLine } from './controls.ts';
import { endPanel } from './end-panel.ts';
import { changePanel, rejectPanel } from './change-panel.ts';
import { chargePanel, fundPanel } from './fund-panel.ts';
import { cancelPanel, declinePanel, signPanel } from './offer-panel.ts';
import { PAID, mark } from '../foundation/marks.ts';
import { stillPanel } from './still-panel.ts';
import type { ReviewView } from './view.ts';

/** The right-hand side: what has just happened, what is to be decided, and what it does to the money. */
export function panel(view: ReviewView): TemplateResult {
  return html`<aside class="side" part="next">
    ${view.fact ? html`<p class="fact">${mark(PAID, 'paid')}<span>${view.fact}</span></p>` : nothing} ${decision(view)}
    ${view.panel === 'still' || view.panel === 'charge' ? problemLine(view) : nothing}
    ${view.contract.simulated ? html`<p class="small soft">${view.words.simulated}</p>` : nothing}
  </aside>`;
}

function decision(view: ReviewView): TemplateResult {
  switch (view.panel) {
    case 'sign':
      return signPanel(view);
    case 'decline':
      return declinePanel(view);
    case 'fund':
      return fundPanel(view);
    case 'cancel':
      return cancelPanel(view);
    case 'charge':
      return chargePanel(view);
    case 'approve':
      return approvePanel(view);
    case 'changes':
      return changesPanel(view);
    case 'end':
      return endPanel(view);
    case 'change':
      return changePanel(view);
    case 'reject':
      return rejectPanel(view);
    case 'still':
      return stillPanel(view);
  }
}
