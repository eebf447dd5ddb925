/** What drafts and queued writes are kept in: `localStorage`, or anything like it; its answers may be promises. */
export interface KeyValueStorage {
  getItem(key: string): string | null | Promise<string | null>;
  setItem(key: string, value: string): unknown;
  removeItem(key: string): unknown;
}

/** A storage that answers at once, as `localStorage` does. */
export interface SyncStorage extends KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
