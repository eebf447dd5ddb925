import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createSandbox } from './index.ts';
import { loadSqlite } from './sqlite.ts';

describe("SQLite's WASM", () => {
  // Answers `/missing` with 404, and anything else never.
  const server = createServer((request, response) => {
    if (request.url === '/missing') response.writeHead(404).end();
  });
  const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;

  before(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is given up when its server never answers, with words that say what to do', async () => {
    await assert.rejects(loadSqlite(at('/silent'), 50), {
      message: /could not load SQLite's WASM.*createSandbox\({ wasm }\).*'wasm-unsafe-eval'/s,
    });
  });

  it('is missed at once when it is not there', async () => {
    await assert.rejects(createSandbox({ wasm: new URL(at('/missing')) }), /answered 404/);
  });

  it('may be handed over as bytes, also after it could not be had', async () => {
    const file = fileURLToPath(import.meta.resolve('@sqlite.org/sqlite-wasm/sqlite3.wasm'));
    const sandbox = await createSandbox({ wasm: await readFile(file) });
    assert.match(await sandbox.create('draft'), /^ctr_/);
    await sandbox.close();
  });
});
