import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createClient } from '@handsel/core';
import { freePort, startBackend } from './play/backend.ts';
import { DRAFT } from './play/contract.ts';

describe('npm start', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'handsel-start-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves everything it prints', async () => {
    const { url, said, stop } = await startBackend(join(folder, 'first.db'));
    for (const address of said.match(/http:\/\/localhost:\d+\S*/g) ?? [])
      assert.equal((await fetch(address)).status, 200);
    for (const path of ['/healthz', '/openapi.json', '/elements/handsel.js', '/assets/desk.js', '/assets/desk.css']) {
      assert.equal((await fetch(url + path)).status, 200, path);
    }
    assert.match(said, /Publishable key\s+pk_test_/);
    await stop();
  });

  it('ends at once when asked to, though somebody follows a contract', async () => {
    const { url, secretKey, stop } = await startBackend(join(folder, 'second.db'));
    const robin = createClient({ backend: url, key: secretKey });
    const { id } = await robin.contracts.create(DRAFT);
    const events = robin.events.stream(id);
    assert.equal((await events.next()).value?.type, 'contract.created');
    const { code, ms } = await stop();
    await events.return(undefined);
    assert.equal(code, 0);
    assert.ok(ms < 2_000, `${ms} ms`);
  });

  it('keeps everything over a restart, and shows the secret key only once', async () => {
    const path = join(folder, 'third.db');
    const first = await startBackend(path);
    const { id } = await createClient({ backend: first.url, key: first.secretKey }).contracts.create(DRAFT);
    await first.stop();
    const second = await startBackend(path);
    assert.equal(second.secretKey, '');
    const again = await createClient({ backend: second.url, key: first.secretKey }).contracts.retrieve(id);
    assert.equal(again.title, DRAFT.title);
    const key = (said: string) => /pk_test_[\w-]+/.exec(said)?.[0];
    assert.equal(key(second.said), key(first.said));
    await second.stop();
  });

  it('says what to do when its port is taken', async () => {
    const port = await freePort();
    const { stop } = await startBackend(join(folder, 'fourth.db'), port);
    await assert.rejects(startBackend(join(folder, 'fifth.db'), port), /Set PORT to another one/);
    await stop();
  });
});
