import { type Context, ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';

/** Reads a context, and asks again when a provider turns up later: scripts may come in any order. */
export class LateContext<Value> extends ContextConsumer<Context<unknown, Value>, ReactiveControllerHost & HTMLElement> {
  readonly #key: Context<unknown, Value>;

  constructor(host: ReactiveControllerHost & HTMLElement, context: Context<unknown, Value>) {
    super(host, { context, subscribe: true });
    this.#key = context;
    if (host.isConnected) document.addEventListener('context-provider', this.#again);
  }

  override hostConnected(): void {
    super.hostConnected();
    // Made for a host that is already on the page, it is connected before it has its fields.
    if (#again in this) document.addEventListener('context-provider', this.#again);
  }

  override hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#again);
    super.hostDisconnected();
    // Where it stands next there may be no provider.
    delete this.value;
  }

  readonly #again = (event: Event) => {
    if ('context' in event && event.context === this.#key) super.hostConnected();
  };
}
