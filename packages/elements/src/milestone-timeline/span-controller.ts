import type { Contract } from '@handsel/protocol';
import type { LitElement, ReactiveController } from 'lit';
import { Lead } from '../foundation/lead.ts';
import { earlier, later, type Span, spanAround } from './span.ts';

/** Remembers how much of a long timeline is drawn. */
export class SpanController implements ReactiveController {
  readonly #host: LitElement;
  readonly #lead: Lead;
  #span: Span | undefined;
  #id = '';
  #count = 0;

  constructor(host: LitElement) {
    this.#host = host;
    this.#lead = new Lead(host);
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
      // The button may be gone then: the reader goes on where the new ones begin.
      this.#lead.to(`.timeline > li:nth-child(${end === 'earlier' ? 1 : span.to - span.from + 1})`);
      this.#host.requestUpdate();
    };
    return { span, grow };
  }
}
