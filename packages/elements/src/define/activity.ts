import { define } from '../foundation/define.ts';
import { ActivityElement } from '../activity/activity.ts';

define('handsel-activity', ActivityElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-activity': ActivityElement;
  }
}
