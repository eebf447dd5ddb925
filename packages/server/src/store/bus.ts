import type { Home, Message } from './home.ts';

/** Who listens to commits. */
export interface Listener {
  /** Something was committed, here or in another process. Only a hint: read the tables. */
  heard(message: Message): void;
  /** Messages may have been lost: catch up from the tables. */
  missed?(): void;
}

/** Tells the listeners of this process what was committed. */
export class Bus {
  readonly #listeners = new Set<Listener>();
  readonly #stop: (() => Promise<void>) | undefined;

  constructor(home: Home) {
    this.#stop = home.listen?.({
      heard: (message) => {
        this.heard(message);
      },
      missed: () => {
        for (const listener of this.#listeners) guarded(() => listener.missed?.());
      },
    });
  }

  /** Answers how to stop listening. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  heard(message: Message): void {
    for (const listener of this.#listeners) guarded(() => listener.heard(message));
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#stop?.();
  }
}

// One listener's mistake must not keep the others from hearing, nor fail a commit that has happened.
function guarded(call: () => void): void {
  try {
    call();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
