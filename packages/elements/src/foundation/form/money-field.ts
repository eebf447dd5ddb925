import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { currencySign } from '../money-format.ts';
import { below, describedBy, type Field, label, typed } from './field.ts';

/** A field for an amount, as it is typed; it is read by `parseAmount` and written in full when left. */
export interface MoneyField extends Field {
  readonly value: string;
  readonly currency: string;
  readonly locale: string;
  readonly readonly?: boolean;
  readonly onInput: (value: string) => void;
  /** The person has left the field: write it in full. Never while typing. */
  readonly onLeave?: () => void;
}

/** Sign at the start, figure at the end, ISO code last; the label says the currency to those who cannot see it. */
export function moneyField(field: MoneyField): TemplateResult {
  const { currency } = field;
  return html`<div class="field" part="field">
    ${label(field)} ${moneyInput(field)} ${below(field)}
    <span class="spoken" id="${field.id}-currency">${currency}</span>
  </div>`;
}

/** The input alone, for rows that have their labels in a head line; name it with `aria-label`. */
export function moneyInput(field: MoneyField, ariaLabel?: string): TemplateResult {
  const { id, value, currency, locale, error, optional, onInput, onLeave } = field;
  const described = ariaLabel === undefined ? `${id}-currency ${describedBy(field)}` : describedBy(field);
  return html`<div class="money-input">
    <span aria-hidden="true">${currencySign(currency, locale)}</span>
    <input
      part="input"
      id=${id}
      inputmode="decimal"
      autocomplete="off"
      aria-label=${ifDefined(ariaLabel)}
      aria-required=${optional ? 'false' : 'true'}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${described}
      ?readonly=${field.readonly ?? false}
      .value=${live(value)}
      @input=${(event: Event) => onInput(typed(event))}
      @change=${onLeave ?? null}
    />
    <span aria-hidden="true">${currency}</span>
  </div>`;
}
