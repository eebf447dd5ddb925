import type { SyncStorage } from '../storage.ts';

/** A storage that outlives the page, as long as the test runs. */
export class MemoryStorage implements SyncStorage {
  /** From now on every access fails, as in a page whose storage is denied. */
  denied = false;
  readonly #kept = new Map<string, string>();

  get size(): number {
    return this.#kept.size;
  }

  getItem(key: string): string | null {
    this.#check();
    return this.#kept.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#check();
    this.#kept.set(key, value);
  }

  removeItem(key: string): void {
    this.#check();
    this.#kept.delete(key);
  }

  #check(): void {
    if (this.denied) throw new Error('The storage is denied.');
  }
}
