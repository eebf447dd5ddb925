import { define } from '../foundation/define.ts';
import { DetailsElement } from '../details/details.ts';

define('handsel-details', DetailsElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-details': DetailsElement;
  }
}
