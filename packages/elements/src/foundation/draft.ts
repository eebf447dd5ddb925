/** What a draft is kept in: `localStorage`, or anything like it. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

interface Kept {
  readonly savedAt: number;
  readonly value: unknown;
}

/** The page's own storage, or nothing where it is denied. */
export function pageStorage(): DraftStorage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** Keeps what was typed over a reload, a crash or an expired session: for seven days, until it is sent. */
export class Draft {
  readonly #key: string;
  readonly #storage: DraftStorage | undefined;

  /** `name` tells forms and backends apart; `storage` defaults to the page's own. */
  constructor(name: string, storage: DraftStorage | undefined = pageStorage()) {
    this.#key = `handsel:draft:${name}`;
    this.#storage = storage;
  }

  /** Whether it is kept now: storage may be denied or full. */
  save(value: unknown): boolean {
    try {
      if (!this.#storage) return false;
      this.#storage.setItem(this.#key, JSON.stringify({ savedAt: Date.now(), value } satisfies Kept));
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
      if (typeof kept?.savedAt === 'number' && Date.now() - kept.savedAt < LIFETIME_MS) return kept.value;
      this.clear();
    } catch {
      this.clear();
    }
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
