import { readersClock } from '../foundation/clock.ts';
import type { Contract, ContractRequest } from '@handsel/protocol';
import type { LitElement } from 'lit';
import { Action } from '../foundation/action.ts';
import type { Connection } from '../foundation/connection.ts';
import { WidgetErrorEvent } from '../foundation/error-event.ts';
import { describeProblem } from '../foundation/problem.ts';
import { problemWords } from '../locales/en/problems.ts';
import { contractDraft, requestDraft } from './drafts.ts';
import { BeforeCreateEvent, ContractCreatedEvent, ContractRequestedEvent, ContractSentEvent } from './events.ts';
import type { FormState } from './form-state.ts';
import type { Rules } from './later-view.ts';
import { Sending } from './sending.ts';
import { codeOf, type Refused, refusedFields } from './server-faults.ts';
import type { Values } from './values.ts';

/** What posting needs from the form around it. */
export interface PostingParts {
  readonly state: FormState;
  readonly connection: Connection;
  rules(): Rules;
  /** Goes to the fields a backend has refused. */
  turn(refused: Refused): void;
  /** Something has succeeded: what is shown now is new. */
  arrived(): void;
}

// Nobody writes a request in less; what is faster waits, so that no person is ever turned away.
const SLOWEST_ROBOT_MS = 2000;

function patience(since: number): Promise<void> {
  const left = since + SLOWEST_ROBOT_MS - readersClock.now().getTime();
  return left > 0 ? new Promise((resolve) => setTimeout(resolve, left)) : Promise.resolve();
}

type Intent = { readonly values: Values; readonly command: 'send' | 'keep' | 'ask' };

/** The presses that reach a backend: send, save, ask, withdraw. A failure keeps everything and allows another press. */
export class Posting {
  /** What was sent; undefined before. */
  sent: Contract | undefined;
  /** What was asked for; undefined before. */
  requested: ContractRequest | undefined;
  /** Whether the draft has been stored on the backend as it stands, without being sent. */
  kept = false;
  readonly sending: Sending;

  readonly #host: LitElement;
  readonly #parts: PostingParts;
  readonly #post: Action<Intent, Contract | ContractRequest>;
  readonly #withdrawal: Action<Contract['id'], Contract>;
  readonly #since = readersClock.now().getTime();

  constructor(host: LitElement, parts: PostingParts) {
    this.#host = host;
    this.#parts = parts;
    const { connection, state } = parts;
    this.sending = new Sending(
      state,
      () => connection.client(),
      (contract) => host.dispatchEvent(new ContractCreatedEvent({ contract })),
    );
    this.#post = new Action(host, (intent) => this.#run(intent));
    this.#withdrawal = new Action(host, async (contractId, options) => {
      const client = await connection.client();
      return client.contracts.withdraw(contractId, options);
    });
  }

  /** A press is being carried out. */
  get busy(): boolean {
    return this.#post.pending;
  }

  /** The offer is being taken back. */
  get withdrawing(): boolean {
    return this.#withdrawal.pending;
  }

  /** Does what a press says, once, however often it is pressed. */
  async press(command: Intent['command']): Promise<void> {
    const { state } = this.#parts;
    const rules = this.#parts.rules();
    if (this.busy) return;
    if (navigator.onLine === false) return this.#say(problemWords.OFFLINE);
    const { values } = state;
    if (command === 'ask' && values.trap !== '') {
      // Somebody who presses again is somebody.
      state.set({ trap: '' });
      return this.#say(rules.words.trapped);
    }
    const draft = command === 'ask' ? requestDraft(values, rules) : contractDraft(values, rules);
    if (!this.#host.dispatchEvent(new BeforeCreateEvent({ draft }))) return;
    this.#say('');
    const before = this.sending.contract?.status;
    const result = await this.#post.start({ values, command });
    if (result.status === 'failed') this.#fail(result.error, before);
    if (result.status === 'done') this.#arrive(command, result.value);
  }

  /** Takes the offer back: the link stops working at once. */
  async withdraw(): Promise<void> {
    if (!this.sent || this.withdrawing) return;
    const result = await this.#withdrawal.start(this.sent.id);
    if (result.status === 'failed') this.#fail(result.error, this.sent.status);
    if (result.status !== 'done') return;
    this.sent = result.value;
    this.#parts.arrived();
  }

  /** Back to the beginning, for another contract. */
  reset(): void {
    this.sent = undefined;
    this.requested = undefined;
    this.kept = false;
    this.#post.reset();
    this.#withdrawal.reset();
    this.sending.reset();
  }

  async #run({ command, values }: Intent): Promise<Contract | ContractRequest> {
    const { connection, state } = this.#parts;
    const rules = this.#parts.rules();
    if (command === 'keep') return this.sending.keep(contractDraft(values, rules));
    if (command === 'send') return this.sending.send(contractDraft(values, rules), values.signature.trim());
    const [{ ask }, call] = await Promise.all([import('./asking.ts'), connection.call(), patience(this.#since)]);
    return ask(call, requestDraft(values, rules), state);
  }

  #arrive(command: Intent['command'], answer: Contract | ContractRequest): void {
    const { state } = this.#parts;
    if ('receivedAt' in answer) {
      this.requested = answer;
      state.finish();
      this.#host.dispatchEvent(new ContractRequestedEvent({ request: answer }));
    } else if (command === 'send') {
      this.sent = answer;
      state.finish();
      this.#host.dispatchEvent(new ContractSentEvent({ contract: answer }));
    } else {
      this.kept = true;
      this.#host.requestUpdate();
      return;
    }
    this.#parts.arrived();
  }

  #fail(error: unknown, before: Contract['status'] | undefined): void {
    const { state } = this.#parts;
    const rules = this.#parts.rules();
    const { words } = rules;
    this.#host.dispatchEvent(new WidgetErrorEvent(error));
    const refused = refusedFields(error, state.values, rules);
    if (refused) return this.#parts.turn(refused);
    const now = this.sending.contract?.status;
    const arrived = codeOf(error) === 'WRONG_STATE' && before === 'draft' && now === 'pending_acceptance';
    if (arrived) return this.#say(words.alreadySent);
    if (codeOf(error) === 'VERSION_CONFLICT') return this.#say(words.changedMeanwhile);
    this.#say(codeOf(error) === 'VALIDATION' ? words.refused : describeProblem(error));
  }

  #say(problem: string): void {
    this.#parts.state.problem = problem;
    this.#host.requestUpdate();
  }
}
