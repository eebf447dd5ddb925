import { ContractFormElement } from '../contract-form/contract-form.ts';
import { define } from '../foundation/define.ts';

define('handsel-contract-form', ContractFormElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-contract-form': ContractFormElement;
  }
}
