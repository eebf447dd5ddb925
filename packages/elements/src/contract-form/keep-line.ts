import { html, nothing, type TemplateResult } from 'lit';
import type { ContractFormLaterWords } from '../locales/en/contract-form-later.ts';

/** The way to put a contract aside, in the backend, before it is sent. */
export function keepLine(words: ContractFormLaterWords, kept: boolean, keep: () => void): TemplateResult {
  return html`${kept ? html`<span role="status">${words.kept}</span>` : nothing}<button
      class="button plain inline"
      part="button"
      type="button"
      @click=${keep}
    >
      ${words.keepForLater}
    </button>`;
}
