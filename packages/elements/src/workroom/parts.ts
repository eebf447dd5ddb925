import type { LitElement } from 'lit';
import { FeedLength } from '../activity/feed-length.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { activityWords } from '../locales/en/activity.ts';
import { detailsWords } from '../locales/en/details.ts';
import { milestoneTimelineWords } from '../locales/en/milestone-timeline.ts';
import { SpanController } from '../milestone-timeline/span-controller.ts';

const FEW = 6;

/** What the parts of the workroom remember and say: the same words as the elements that show them alone. */
export class Parts {
  readonly span: SpanController;
  readonly #timeline;
  readonly #details;
  readonly #activity;
  readonly length: FeedLength;

  constructor(host: LitElement & { words: WordOverrides<object> | undefined }) {
    this.span = new SpanController(host);
    this.length = new FeedLength(host, FEW);
    this.#timeline = new Words(host, 'milestone-timeline', milestoneTimelineWords, false);
    this.#details = new Words(host, 'details', detailsWords, false);
    this.#activity = new Words(host, 'activity', activityWords, false);
  }

  get timelineWords() {
    return this.#timeline.table;
  }

  get detailsWords() {
    return this.#details.table;
  }

  get activityWords() {
    return this.#activity.table;
  }
}
