import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Where a write stands. */
export type ActionState<Value> =
  | { readonly status: 'idle' }
  | { readonly status: 'pending' }
  | { readonly status: 'done'; readonly value: Value }
  | { readonly status: 'failed'; readonly error: unknown };

/** What a write is given besides its input. */
export interface ActionOptions {
  readonly idempotencyKey: string;
}

/** A random key of an intent; also where `randomUUID` is missing, as on plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Runs one user-started write at a time and exposes it as a state to render.
 *
 * For reads that follow properties use `@lit/task`; this is for writes that follow a press. A write is not aborted when
 * its host leaves the page: the server may hold it already.
 */
export class Action<Input, Value> implements ReactiveController {
  state: ActionState<Value> = { status: 'idle' };
  readonly #host: ReactiveControllerHost;
  readonly #run: (input: Input, options: ActionOptions) => Promise<Value>;
  // One key per intent, not per attempt: after a lost answer, pressing again replays instead of doing it twice.
  #idempotencyKey = newKey();
  #intent: string | undefined;

  constructor(host: ReactiveControllerHost, run: (input: Input, options: ActionOptions) => Promise<Value>) {
    this.#host = host;
    this.#run = run;
    host.addController(this);
  }

  /** Nothing to do: the state outlives a move in the page. */
  hostConnected(): void {}

  /** Whether a write is on its way. */
  get pending(): boolean {
    return this.state.status === 'pending';
  }

  /** Starts the write, or answers the running one's state. The same input after a failure keeps its key. */
  async start(input: Input): Promise<ActionState<Value>> {
    if (this.pending) return this.state;
    const intent = JSON.stringify(input);
    if (this.#intent !== undefined && this.#intent !== intent) this.#idempotencyKey = newKey();
    this.#intent = intent;
    this.#set({ status: 'pending' });
    try {
      const value = await this.#run(input, { idempotencyKey: this.#idempotencyKey });
      this.#forget();
      this.#set({ status: 'done', value });
    } catch (error) {
      this.#set({ status: 'failed', error });
    }
    return this.state;
  }

  /** Back to idle, with a fresh key: a new intent begins. */
  reset(): void {
    this.#forget();
    this.#set({ status: 'idle' });
  }

  #forget(): void {
    this.#idempotencyKey = newKey();
    this.#intent = undefined;
  }

  #set(state: ActionState<Value>): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}
