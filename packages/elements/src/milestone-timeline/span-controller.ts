import type { Contract } from '@handsel/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { earlier, later, type Span, spanAround } from './span.ts';

/** Remembers how much of a long timeline is drawn. */
export class SpanController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #span: Span | undefined;
  #id = '';
  #count = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Nothing to do: what was opened stays open when the element moves. */
  hostConnected(): void {}

  /** What is drawn of this contract, and how to draw more. */
  of({ id, milestones, currentMilestoneId }: Contract): { span: Span; grow: (end: 'earlier' | 'later') => void } {
    const count = milestones.length;
    if (!this.#span || id !== this.#id || count !== this.#count) {
      const current = milestones.findIndex((milestone) => milestone.id === currentMilestoneId);
      this.#span = spanAround(Math.max(0, current), count);
      [this.#id, this.#count] = [id, count];
    }
    const span = this.#span;
    const grow = (end: 'earlier' | 'later') => {
      this.#span = end === 'earlier' ? earlier(span) : later(span, count);
      this.#host.requestUpdate();
    };
    return { span, grow };
  }
}
