import { define } from '../foundation/define.ts';
import { ProviderElement } from '../provider/provider.ts';

define('handsel-provider', ProviderElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-provider': ProviderElement;
  }
}
