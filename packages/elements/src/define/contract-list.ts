import { define } from '../foundation/define.ts';
import { ContractListElement } from '../contract-list/contract-list.ts';

define('handsel-contract-list', ContractListElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-contract-list': ContractListElement;
  }
}
