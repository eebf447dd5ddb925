import { html, nothing, type TemplateResult } from 'lit';
import { button, type Telling } from './next-step.ts';

/** Starts what an operation's button stands for. */
export type Press = (action: string) => void;

/** One button, and how it looks. */
export interface ActionButton {
  readonly action: string;
  readonly look: 'primary' | 'second' | 'plain';
  /** The menu's word when left out. */
  readonly label?: string;
  readonly press: Press;
}

/** The button of an operation, if the backend offers it: here, or as a link to the page where it may be done. */
export function actionButton(
  told: Telling,
  { action, look, label, press }: ActionButton,
): TemplateResult | typeof nothing {
  const offered = told.contract.actions.filter(({ name, allowed }) => name === action && allowed);
  if (offered.length === 0) return nothing;
  const text = label ?? button(told, action).label;
  const part = look === 'primary' ? 'button button-primary' : 'button';
  if (offered.every(({ hosted }) => hosted)) {
    return html`<a class="button ${look}" part=${part} href=${told.contract.url} target="_top">${text}</a>`;
  }
  return html`<button
    class="button ${look}"
    part=${part}
    type="button"
    data-action=${action}
    @click=${() => press(action)}
  >
    ${text}
  </button>`;
}
