import { define } from '../foundation/define.ts';
import { MilestoneTimelineElement } from '../milestone-timeline/milestone-timeline.ts';

define('handsel-milestone-timeline', MilestoneTimelineElement);

declare global {
  interface HTMLElementTagNameMap {
    'handsel-milestone-timeline': MilestoneTimelineElement;
  }
}
