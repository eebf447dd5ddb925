import { define } from '../foundation/define.ts';
import { MilestoneEditorElement } from '../milestone-editor/milestone-editor.ts';

define('handsel-milestone-editor', MilestoneEditorElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-milestone-editor': MilestoneEditorElement;
  }
}
