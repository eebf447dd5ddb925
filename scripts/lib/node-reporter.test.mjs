import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { takeTally, tallyLine } from './tally.mjs';

const reporter = fileURLToPath(new URL('node-reporter.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'handsel-reporter-'));

/** Runs one test file of its own, and tells what came of it. */
function runOne(code) {
  const file = join(folder, 'one.test.mjs');
  const tally = join(folder, 'tally');
  writeFileSync(file, code);
  const env = { ...process.env, HANDSEL_TALLY: tally };
  // Inside a test of Node's the runner would report to us and not to its reporter.
  delete env.NODE_TEST_CONTEXT;
  const { status, stdout } = spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, file], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, line: tallyLine(takeTally(tally)) };
}

describe('The report of the tests in Node', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('counts what passed, and says what failed and where', () => {
    const { status, stdout, line } = runOne(`
      import { describe, it } from 'node:test';
      describe('A contract', () => {
        it('is sent', () => {});
        it('is paid', () => { throw new Error('not yet'); });
        it.skip('is forgotten', () => {});
      });`);
    assert.equal(line, '1 passed, 1 failed, 1 skipped');
    assert.match(stdout, /✖ A contract › is paid\n\s+Error: not yet\n\s+at .*one\.test\.mjs/);
    assert.notEqual(status, 0);
  });

  it('does not take a file for a success that holds no test or ends before its tests', () => {
    assert.equal(runOne('').line, '0 passed, 1 failed');
    assert.equal(runOne(`import './nowhere.mjs';`).line, '0 passed, 1 failed');
    const late = `import { it } from 'node:test'; it('ends', () => {}); process.on('exit', () => { process.exitCode = 7; });`;
    assert.equal(runOne(late).line, '1 passed, 1 failed');
  });
});
