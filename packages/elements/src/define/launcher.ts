import { define } from '../foundation/define.ts';
import { LauncherElement } from '../launcher/launcher.ts';

define('handsel-launcher', LauncherElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-launcher': LauncherElement;
  }
}
