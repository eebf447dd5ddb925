import { define } from '../foundation/define.ts';
import { WorkroomElement } from '../workroom/workroom.ts';

define('handsel-workroom', WorkroomElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-workroom': WorkroomElement;
  }
}
