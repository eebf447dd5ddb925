import type { Money } from '@handsel/protocol';
import { html, type TemplateResult } from 'lit';
import type { ReviewView } from './view.ts';

/** One line of a ledger. */
export function row({ write }: ReviewView, label: string, money: Money, kind = ''): TemplateResult {
  return html`<div class=${kind}>
    <dt>${label}</dt>
    <dd>${write.money(money)}</dd>
  </div>`;
}
