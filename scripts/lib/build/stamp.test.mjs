import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { root } from '../runtime.mjs';
import { alone } from './lock.mjs';
import { unlessDone } from './stamp.mjs';

const name = `test-${process.pid}`;

describe('A step of the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handsel-build-'));
  after(() => {
    for (const path of [folder, join(root, 'node_modules/.cache/build', name)])
      rmSync(path, { recursive: true, force: true });
  });

  it('is done once for the same sources, again for others, and again when its results are gone', async () => {
    const done = [];
    const step = (print, results) => unlessDone(name, print, results, async () => done.push(print));
    assert.equal(await step('one', ['package.json']), true);
    assert.equal(await step('one', ['package.json']), false);
    assert.equal(await step('two', ['package.json']), true);
    assert.equal(await step('two', ['nowhere.json']), true);
    assert.deepEqual(done, ['one', 'two', 'two']);
  });

  it('is not remembered when it failed', async () => {
    const fail = () => unlessDone(name, 'three', [], async () => Promise.reject(new Error('broken')));
    await assert.rejects(fail, /broken/);
    await assert.rejects(fail, /broken/);
  });

  it('waits until another build has ended', async () => {
    const order = [];
    const path = join(folder, 'lock');
    const work = (who) => async () => {
      order.push(`${who} begins`);
      await turn();
      order.push(`${who} ends`);
    };
    await Promise.all([alone(path, work('one')), alone(path, work('two'))]);
    assert.deepEqual(order, ['one begins', 'one ends', 'two begins', 'two ends']);
  });
});
