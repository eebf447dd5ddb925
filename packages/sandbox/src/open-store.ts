import { createStore, type RandomBytes, type Store } from '@handsel/server';
import type { Sqlite } from './sqlite.ts';
import { wasmHome } from './wasm-home.ts';

let empty: Promise<Uint8Array> | undefined;

/** A store of its own in memory. Its tables are made once; every further one is a copy, in a few milliseconds. */
export async function openStore(sqlite: Sqlite, random: RandomBytes): Promise<Store> {
  empty ??= makeEmpty(sqlite).catch((error: unknown) => {
    empty = undefined;
    throw error;
  });
  return createStore({ home: wasmHome(sqlite, await empty), random: () => (random(1)[0] ?? 0) / 256 });
}

async function makeEmpty(sqlite: Sqlite): Promise<Uint8Array> {
  const home = wasmHome(sqlite);
  const store = await createStore({ home, random: () => 0 });
  try {
    return home.copy();
  } finally {
    await store.close();
  }
}
