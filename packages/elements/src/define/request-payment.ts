import { define } from '../foundation/define.ts';
import { RequestPaymentElement } from '../request-payment/request-payment.ts';

define('handsel-request-payment', RequestPaymentElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-request-payment': RequestPaymentElement;
  }
}
