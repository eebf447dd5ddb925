import { html, nothing, type TemplateResult } from 'lit';
import { icon, WARNING } from '../foundation/icons.ts';
import type { Writing } from '../foundation/writing.ts';
import type { ContractFormLaterWords } from '../locales/en/contract-form-later.ts';
import type { FieldName, Faults } from './values.ts';

/** Up to two faults stand beside their fields and in sight; from three on a list says where they are. */
export function faultList(
  faults: Faults,
  words: ContractFormLaterWords,
  write: Writing,
  focus: (field: FieldName) => void,
): TemplateResult | typeof nothing {
  const found = Object.entries(faults).filter(([, fault]) => fault !== '');
  if (found.length < 3) return nothing;
  return html`<div class="notice is-dispute faults" part="notice">
    ${icon(WARNING)}
    <div>
      <p class="strong">${words.faultList(write.count(found.length))}</p>
      <ul>
        ${found.map(
          ([field, fault]) =>
            html`<li>
              <button class="button plain" part="button" type="button" @click=${() => focus(field as FieldName)}>
                ${fault}
              </button>
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
