import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { pageDraft } from '../foundation/draft.ts';

const PAUSE_MS = 300;

/** What is kept, under which name, and whether at all. */
export interface KeepingRules {
  /** Tells forms and backends apart; empty while nothing may be kept. */
  name(): string;
  /** What is kept now; undefined when there is nothing worth it. */
  snapshot(): unknown;
}

/** Keeps what is typed: a moment after each keystroke, and at once when the page is left. Cleared only by success. */
export class Keeping implements ReactiveController {
  /** `denied`: the browser keeps nothing. */
  status: 'none' | 'saved' | 'denied' = 'none';

  readonly #host: ReactiveControllerHost;
  readonly #rules: KeepingRules;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, rules: KeepingRules) {
    this.#host = host;
    this.#rules = rules;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#leave);
    window.addEventListener('pagehide', this.#leave);
  }

  hostDisconnected(): void {
    this.#leave();
    document.removeEventListener('visibilitychange', this.#leave);
    window.removeEventListener('pagehide', this.#leave);
  }

  /** Something was typed. */
  touch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), PAUSE_MS);
  }

  /** Keeps it now: before a command is sent, and when the page is left. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const name = this.#rules.name();
    const value = this.#rules.snapshot();
    if (!name || value === undefined) return;
    const status = pageDraft(name).save(value) ? 'saved' : 'denied';
    if (status === this.status) return;
    this.status = status;
    this.#host.requestUpdate();
  }

  /** What was kept earlier. */
  restore(): unknown {
    const name = this.#rules.name();
    return name ? pageDraft(name).restore() : undefined;
  }

  /** Forgets it: the backend has it, or the person starts over. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.status = 'none';
    const name = this.#rules.name();
    if (name) pageDraft(name).clear();
    this.#host.requestUpdate();
  }

  readonly #leave = (event?: Event) => {
    const hidden = event?.type !== 'visibilitychange' || document.visibilityState === 'hidden';
    if (hidden && this.#timer !== undefined) this.flush();
  };
}
