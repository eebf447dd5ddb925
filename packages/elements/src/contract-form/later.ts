import { readersClock } from '../foundation/clock.ts';
import { DEFAULT_POLICY, smallestMilestone } from '@handsel/protocol';
import { isCurrency } from '@handsel/protocol/money';
import { adoptStyles, type LitElement, type nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Connection } from '../foundation/connection.ts';
import { civilDate } from '../foundation/dates.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { tidied } from '../foundation/form/typed-amount.ts';
import { Lead } from '../foundation/lead.ts';
import { describeProblem } from '../foundation/problem.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type ContractFormLaterWords, contractFormLaterWords } from '../locales/en/contract-form-later.ts';
import { amountStep } from './amount-step.ts';
import { fieldFault, stepFaults } from './checks.ts';
import { valuesOf } from './drafts.ts';
import { EditorHolder } from './editor-holder.ts';
import { faultList } from './fault-list.ts';
import type { FormState } from './form-state.ts';
import type { LaterStep } from './frame.ts';
import { keepLine } from './keep-line.ts';
import { earlierStyles, laterStyles } from './later-styles.ts';
import type { LaterView, Rules } from './later-view.ts';
import { Posting } from './posting.ts';
import type { KnownProfile } from './profile.ts';
import { requestReviewStep, reviewStep } from './review-step.ts';
import { requestedStep, sentStep } from './sent-step.ts';
import type { Refused } from './server-faults.ts';
import { styles } from './styles.ts';
import { termsStep } from './terms-step.ts';
import { type FieldName, type Step, stepBeside, stepsFor, type TextName, type Writer } from './values.ts';

/** The element as its later part sees it. */
export interface LaterHost extends LitElement {
  readonly contractId: string;
  readonly currency: string;
  words: WordOverrides<object> | undefined;
}

/** What the first part gives to the later one. */
export interface LaterParts {
  readonly state: FormState;
  readonly connection: Connection;
  writer(): Writer;
  who(): string;
  profile(): KnownProfile | undefined;
  /** The input of that field where it belongs to the page. */
  input(field: string): HTMLInputElement | undefined;
}

/** Everything behind the first press: what is right and wrong, the later steps, and what reaches the backend. */
export class Later implements ReactiveController {
  readonly #host: LaterHost;
  readonly #parts: LaterParts;
  readonly #words: Words<ContractFormLaterWords>;
  readonly #editor: EditorHolder;
  readonly #lead: Lead;
  readonly #posting: Posting;
  /** The contract that is edited has been asked for. */
  #asked = '';
  #closed = false;
  /** Whether the contract to be edited is here. */
  reading: 'ready' | 'loading' | 'failed' = 'loading';

  constructor(host: LaterHost, parts: LaterParts) {
    this.#host = host;
    this.#parts = parts;
    this.#words = new Words(host, 'contract-form', contractFormLaterWords);
    this.#editor = new EditorHolder(host, parts.state);
    this.#lead = new Lead(host);
    const { state, connection } = parts;
    this.#posting = new Posting(host, {
      state,
      connection,
      rules: () => this.#rules(),
      turn: (refused) => this.#turn(refused),
      arrived: () => this.focus('heading'),
    });
    if (host.renderRoot instanceof ShadowRoot) {
      adoptStyles(host.renderRoot, [...earlierStyles, ...styles, ...laterStyles]);
    }
    host.addController(this);
  }

  /** A press is being carried out. */
  get busy(): boolean {
    return this.#posting.busy;
  }

  /** When what is shown was typed, in words; empty when it came out of no draft. */
  get restored(): string {
    const { restoredAt } = this.#parts.state;
    const { words, write } = this.#rules();
    return restoredAt && words.restored(write.stamp(restoredAt));
  }

  /** From three faults on, a list that says where they are. */
  faultList(): TemplateResult | typeof nothing {
    const { words, write } = this.#rules();
    return faultList(this.#parts.state.faults, words, write, (field) => this.focus(field));
  }

  /** Whether a draft or an open offer is edited. */
  get subject(): 'new' | 'draft' | 'offer' {
    if (!this.#host.contractId) return 'new';
    return this.#posting.sending.contract?.status === 'pending_acceptance' ? 'offer' : 'draft';
  }

  /** Reads the contract that is to be edited, and takes the editor when a draft needs it. */
  hostUpdate(): void {
    const { state } = this.#parts;
    if (state.step === 'amount' && state.values.price === 'milestones') this.#editor.load();
    const { contractId } = this.#host;
    if (contractId === this.#asked || (contractId && !this.#parts.connection.settings)) return;
    this.#asked = contractId;
    this.#closed = false;
    this.#posting.reset();
    if (contractId) void this.#read(contractId);
  }

  /** Reads the contract once more, after a failure. */
  again(): void {
    this.#say('');
    void this.#read(this.#host.contractId);
  }

  /** What is wrong with a field; empty when nothing is. */
  check(field: FieldName): string {
    return fieldFault(field, this.#parts.state.values, this.#rules());
  }

  /** Somebody has left the amount: it is written in full, never while typing. */
  leave(field: TextName): void {
    const { state } = this.#parts;
    const { currency, write } = this.#rules();
    if (field === 'amount') state.set({ amount: tidied(state.values.amount, currency, write.locale) });
    state.leave(field);
  }

  /** Goes on, if everything on this step is right; on the last one, sends. */
  async next(): Promise<void> {
    const { state, writer } = this.#parts;
    const { step } = state;
    if (this.busy || step === 'sent') return;
    if (this.#closed) return this.#say(this.#words.table.notEditable);
    if (this.#wrong(step)) return;
    if (step !== 'review') return this.#go(stepBeside(writer(), step, 1));
    // A draft that was restored at its end has not been looked at since.
    const earlier = stepsFor(writer()).find((each) => Object.keys(this.#faultsOf(each)).length > 0);
    if (earlier) {
      this.#go(earlier);
      this.#wrong(earlier);
      return;
    }
    await this.#posting.press(writer() === 'client' ? 'ask' : 'send');
  }

  /** Starts over: nothing typed, no contract known. */
  startOver(): void {
    this.#posting.reset();
    this.#asked = '';
    this.#parts.state.startOver();
    this.focus('heading');
  }

  /** The step that stands in the frame. */
  step(): LaterStep | undefined {
    const view = this.#view();
    const { sent, requested, kept } = this.#posting;
    const offered = view.writer === 'client' || this.subject === 'offer' || this.#closed;
    const aside = offered ? undefined : keepLine(view.words, kept, () => void this.#keep());
    switch (this.#parts.state.step) {
      case 'details':
        return undefined;
      case 'amount':
        return { ...amountStep(view), aside };
      case 'terms':
        return { ...termsStep(view), aside };
      case 'review':
        if (view.writer === 'client') return requestReviewStep(view);
        return { ...reviewStep(view), aside };
      case 'sent':
        return sent ? sentStep(view, sent) : requested && requestedStep(view, requested);
    }
  }

  async #keep(): Promise<void> {
    const { step } = this.#parts.state;
    const details = this.#faultsOf('details');
    if (Object.keys(details).length > 0) this.#go('details');
    if (this.#wrong(Object.keys(details).length > 0 ? 'details' : step === 'amount' ? 'amount' : 'details')) return;
    await this.#posting.press('keep');
  }

  async #read(contractId: string): Promise<void> {
    const { state } = this.#parts;
    this.reading = 'loading';
    try {
      const contract = await this.#posting.sending.load(contractId);
      if (contractId !== this.#host.contractId) return;
      this.#closed = contract.status !== 'draft' && contract.status !== 'pending_acceptance';
      // What was typed and not sent is newer than what is stored.
      if (state.restoredAt === '') state.load(valuesOf(contract, this.#words.locale));
      this.reading = 'ready';
      this.#say(this.#closed ? this.#words.table.notEditable : '');
    } catch (error) {
      if (contractId !== this.#host.contractId) return;
      this.reading = 'failed';
      this.#say(describeProblem(error));
      this.#host.dispatchEvent(new WidgetErrorEvent(error));
    }
  }

  #faultsOf(step: Step) {
    return stepFaults(step, this.#parts.state.values, this.#rules());
  }

  // Says everything that is wrong on a step at once, and goes to the first.
  #wrong(step: Step): boolean {
    const { state } = this.#parts;
    if (step === 'amount' && state.values.price === 'milestones' && !this.#editor.report()) return true;
    const faults = this.#faultsOf(step);
    const [first] = Object.keys(faults) as FieldName[];
    state.faults = faults;
    if (first) this.focus(first);
    this.#host.requestUpdate();
    return first !== undefined;
  }

  /** Takes the focus to a field, wherever it is, or to the title of the step. */
  focus(goal: FieldName | 'heading'): void {
    if (goal === 'milestones') return this.#editor.focus();
    const input = this.#parts.state.step === 'details' ? this.#parts.input(goal) : undefined;
    if (input) void this.#host.updateComplete.then(() => input.focus());
    else this.#lead.to(`#${goal}`);
  }

  #turn({ faults, step, milestone }: Refused): void {
    const { state } = this.#parts;
    if (step !== state.step) state.go(step);
    state.faults = milestone ? { ...faults, milestones: '' } : faults;
    this.#editor.refuse(milestone);
    const [first] = Object.keys(faults) as FieldName[];
    if (first && !milestone) this.focus(first);
    this.#host.requestUpdate();
  }

  #go(step: Step): void {
    this.#parts.state.go(step);
    this.focus('heading');
  }

  #say(problem: string): void {
    this.#parts.state.problem = problem;
    this.#host.requestUpdate();
  }

  #rules(): Rules {
    const profile = this.#parts.profile();
    const { contract } = this.#posting.sending;
    const own = isCurrency(this.#host.currency) ? this.#host.currency : undefined;
    const currency = contract?.currency ?? own ?? profile?.currency ?? 'USD';
    const policy = contract?.policy ?? profile?.policy ?? DEFAULT_POLICY;
    return {
      writer: this.#parts.writer(),
      words: this.#words.table,
      write: writing(this.#words.locale),
      policy,
      currency,
      smallest: smallestMilestone(policy, currency),
      today: civilDate(readersClock.now()),
    };
  }

  #view(): LaterView {
    const { state, who } = this.#parts;
    const { sent, requested, withdrawing } = this.#posting;
    return {
      ...this.#rules(),
      values: state.values,
      faults: state.faults,
      who: who(),
      sent,
      requested,
      withdrawing,
      editor: this.#editor.status,
      set: (change) => {
        this.#posting.kept = false;
        state.set(change);
      },
      leave: (field) => this.leave(field),
      go: (step) => this.#go(step),
      adopt: this.#editor.adopt,
      loadEditor: this.#editor.load,
      withdraw: () => void this.#posting.withdraw(),
      another: () => this.startOver(),
    };
  }
}
