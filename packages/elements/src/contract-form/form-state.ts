import { readersClock } from '../foundation/clock.ts';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Keeping } from './keeping.ts';
import {
  EMPTY,
  type FieldName,
  type Faults,
  isEmpty,
  type Progress,
  readKept,
  type Step,
  type TextName,
  type Values,
  type Writer,
} from './values.ts';

/** What tells one draft from another. */
export interface DraftName {
  /** Nothing is kept. */
  readonly off: boolean;
  /** The form: who writes, which contract, which of several forms. */
  readonly form: string;
  /** The backend and the key; both may turn up late. */
  readonly place: string;
}

/** What the state asks of its element. */
export interface StateRules {
  draftName(): DraftName;
  writer(): Writer;
  /** The fault of a field as it stands; undefined while the part that knows is not loaded. */
  check(field: FieldName): string | undefined;
}

/** What was typed, where the person is, what is wrong, and what is kept of it over a reload. */
export class FormState implements ReactiveController {
  values: Values = EMPTY;
  step: Step = 'details';
  faults: Faults = {};
  progress: Progress = {};
  /** What went wrong with the whole, in words. */
  problem = '';
  /** When what is shown was typed, if it came out of a draft. */
  restoredAt = '';
  readonly keeping: Keeping;

  readonly #host: ReactiveControllerHost;
  readonly #rules: StateRules;
  #prefilled: Partial<Values> = {};
  #name: DraftName | undefined;

  constructor(host: ReactiveControllerHost, rules: StateRules) {
    this.#host = host;
    this.#rules = rules;
    this.keeping = new Keeping(host, {
      name: () => (this.#name && !this.#name.off ? `form:${this.#name.form}:${this.#name.place}` : ''),
      snapshot: () => this.#snapshot(),
    });
    host.addController(this);
  }

  /** Another form means another draft: what was kept under its name is shown. */
  hostUpdate(): void {
    const name = this.#rules.draftName();
    const was = this.#name;
    if (name.form === was?.form && name.place === was.place && name.off === was.off) return;
    const another = was !== undefined && name.form !== was.form;
    if (another) this.keeping.flush();
    this.#name = name;
    if (another) this.#reset();
    else if (was === undefined && this.#rules.writer() === 'client') this.values = { ...this.values, price: 'none' };
    // A backend that turns up late must not take away what was typed meanwhile.
    if (!isEmpty(this.values, this.#prefilled)) return;
    const kept = readKept(this.keeping.restore(), this.#rules.writer());
    if (kept)
      Object.assign(this, { values: kept.values, step: kept.step, progress: kept.progress, restoredAt: kept.at });
  }

  /** Puts what the page knows into fields that nobody has filled in otherwise. */
  prefill(given: Partial<Values>): void {
    const values: Record<string, unknown> = { ...this.values };
    for (const [name, value] of Object.entries(given)) {
      const untouched = values[name] === '' || values[name] === Reflect.get(this.#prefilled, name);
      if (untouched && this.step !== 'sent') values[name] = value;
    }
    this.#prefilled = given;
    this.values = values as unknown as Values;
  }

  /** Takes a change; a fault of a field that changed goes as soon as it is mended. */
  set(change: Partial<Values>): void {
    this.values = { ...this.values, ...change };
    for (const field of Object.keys(change) as FieldName[]) if (this.faults[field]) this.recheck(field);
    this.problem = '';
    this.keeping.touch();
    this.#host.requestUpdate();
  }

  /** Says anew whether a field is right. */
  recheck(field: FieldName): void {
    this.faults = { ...this.faults, [field]: this.#rules.check(field) ?? '' };
    this.#host.requestUpdate();
  }

  /** Somebody has left a text field: it is checked, if it holds anything. */
  leave(field: TextName): void {
    if (this.values[field].trim() !== '') this.recheck(field);
  }

  /** Goes to a step; nothing typed is lost. */
  go(step: Step): void {
    this.step = step;
    this.problem = '';
    this.faults = {};
    this.keeping.touch();
    this.#host.requestUpdate();
  }

  /** Keeps what the backend may have got, at once: before it is sent, and when its answer is here. */
  note(progress: Progress): void {
    this.progress = { ...this.progress, ...progress };
    this.keeping.flush();
  }

  /** Shows what a contract of the backend says. */
  load(values: Values): void {
    this.values = values;
    this.#host.requestUpdate();
  }

  /** The backend has everything: the draft is no longer needed. */
  finish(): void {
    this.keeping.clear();
    this.step = 'sent';
    this.faults = {};
    this.problem = '';
    this.restoredAt = '';
    this.#host.requestUpdate();
  }

  /** Forgets everything typed: because the person asks, or for the next contract. */
  startOver(): void {
    this.keeping.clear();
    this.#reset();
    this.#host.requestUpdate();
  }

  #reset(): void {
    this.values = { ...EMPTY, price: this.#rules.writer() === 'client' ? 'none' : 'one', ...this.#prefilled };
    this.step = 'details';
    this.faults = {};
    this.progress = {};
    this.problem = '';
    this.restoredAt = '';
  }

  #snapshot(): unknown {
    const { values, step, progress } = this;
    const nothing = isEmpty(values, this.#prefilled) && !progress.first && !progress.contractId;
    return nothing || step === 'sent' ? undefined : { values, step, progress, at: readersClock.now().toISOString() };
  }
}
