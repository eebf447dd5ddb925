import { ContractReviewElement } from '../contract-review/contract-review.ts';
import { define } from '../foundation/define.ts';

define('handsel-contract-review', ContractReviewElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-contract-review': ContractReviewElement;
  }
}
