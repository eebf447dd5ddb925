import initialise, { type Sqlite3Static } from '@sqlite.org/sqlite-wasm';

/** SQLite compiled to WASM, ready to open databases. */
export type Sqlite = Sqlite3Static;

/** Where the WASM is: its bytes, or its address. Left out, SQLite's own package finds it beside itself. */
export type WasmSource = Uint8Array | URL | string;

// The published type leaves out what Emscripten takes.
type Initialise = (options: { wasmBinary?: Uint8Array | ArrayBuffer }) => Promise<Sqlite>;

const PATIENCE_MS = 5_000;

let loaded: Promise<Sqlite> | undefined;

/**
 * Loads SQLite, once for all sandboxes of a page or process; a failure may be tried again.
 * @throws {Error} within five seconds, saying what to do, when the WASM cannot be had.
 */
export function loadSqlite(wasm?: WasmSource, patienceMs = PATIENCE_MS): Promise<Sqlite> {
  loaded ??= load(wasm, patienceMs).catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(wasm: WasmSource | undefined, patienceMs: number): Promise<Sqlite> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const sqlite = await Promise.race([start(wasm, signal), refusedBy(signal, patienceMs)]);
    // Otherwise every statement that is refused, as many should be, is printed.
    sqlite.config.error = sqlite.config.warn = () => undefined;
    return sqlite;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The sandbox could not load SQLite's WASM: ${why} See that sqlite3.wasm of @sqlite.org/sqlite-wasm is served, ` +
        "or pass its address or bytes: createSandbox({ wasm }). A Content Security Policy needs 'wasm-unsafe-eval'.",
      { cause: error },
    );
  }
}

async function start(wasm: WasmSource | undefined, signal: AbortSignal): Promise<Sqlite> {
  const initialiseWith = initialise as Initialise;
  if (wasm === undefined) return initialiseWith({});
  return initialiseWith({ wasmBinary: wasm instanceof Uint8Array ? wasm : await download(wasm, signal) });
}

async function download(url: URL | string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${String(url)} answered ${response.status}.`);
  return response.arrayBuffer();
}

// A server that never answers would keep the WASM's own loader waiting for ever.
function refusedBy(signal: AbortSignal, patienceMs: number): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error(`It did not come within ${patienceMs / 1000} seconds.`));
    });
  });
}
