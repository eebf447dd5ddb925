import type { Clock } from './clock.ts';
import type { SyncStorage } from './storage.ts';

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

interface Kept {
  readonly savedAt: number;
  readonly value: unknown;
}

/**
 * Keeps what was typed over a reload, a crash or an expired session: for seven days, until it is sent.
 *
 * Its storage answers at once, as the last letters are saved while the page is being closed. A storage that is denied
 * or full never breaks the form: nothing is kept then.
 */
export class Draft {
  readonly #key: string;
  readonly #storage: SyncStorage | undefined;
  readonly #clock: Pick<Clock, 'now'>;

  /** `name` tells forms and backends apart; without a storage nothing is kept. The clock is the machine's when left out. */
  constructor(name: string, storage: SyncStorage | undefined, clock: Pick<Clock, 'now'> = Date) {
    this.#key = `handsel:draft:${name}`;
    this.#storage = storage;
    this.#clock = clock;
  }

  /** Whether it is kept now: storage may be denied or full. */
  save(value: unknown): boolean {
    try {
      if (!this.#storage) return false;
      this.#storage.setItem(this.#key, JSON.stringify({ savedAt: this.#clock.now(), value } satisfies Kept));
      return true;
    } catch {
      return false;
    }
  }

  /** What was kept, if it is not too old. Whoever asks must still check its shape: another version may have written it. */
  restore(): unknown {
    try {
      const text = this.#storage?.getItem(this.#key);
      if (!text) return undefined;
      const kept = JSON.parse(text) as Partial<Kept> | null;
      if (typeof kept?.savedAt === 'number' && this.#clock.now() - kept.savedAt < LIFETIME_MS) return kept.value;
    } catch {
      // Not readable: as good as nothing.
    }
    this.clear();
    return undefined;
  }

  /** Forgets it: only after success, or when the person asks. */
  clear(): void {
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      // Denied: then nothing was kept either.
    }
  }
}
