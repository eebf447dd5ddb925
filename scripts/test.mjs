// Runs every test there is: `npm test`, or those whose path holds a word: `npm test -- core`.
import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { startPostgres } from './postgres.mjs';
import { runNode, whenInterrupted } from './lib/processes.mjs';
import { root } from './lib/runtime.mjs';
import { noTests, plus, takeTally, tallyLine } from './lib/tally.mjs';

const args = process.argv.slice(2);
const full = args.includes('--full');
const words = args.filter((word) => !word.startsWith('--'));

const find = (patterns) =>
  globSync(patterns, { cwd: root, exclude: (path) => /(^|[\\/])(node_modules|dist)$/.test(path) })
    .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
    .sort();

const inNode = (files) => [
  ['--conditions=handsel-source', '--test', '--test-reporter=./scripts/lib/node-reporter.mjs'],
  [`--test-concurrency=${Math.max(2, availableParallelism())}`, `--test-timeout=${full ? 3_600_000 : 300_000}`],
  files,
];

const STAGES = [
  {
    name: 'in Node',
    files: find(['packages/*/src/**/*.test.ts', 'scripts/**/*.test.mjs']).filter(
      (file) => !/\.browser\.test\.ts$/.test(file),
    ),
    start: (files, env) => runNode(inNode(files).flat(), { env }),
  },
  {
    name: 'in a browser',
    files: find(['packages/*/src/**/*.browser.test.ts']),
    start: (files, env) =>
      runNode(['node_modules/@web/test-runner/dist/bin.js'], { env: { ...env, HANDSEL_TEST_FILES: files.join('\n') } }),
  },
  {
    name: 'from end to end',
    files: find(['test/**/*.test.ts']),
    async start(files, env) {
      await build();
      return runNode(inNode(files).flat(), { env });
    },
  },
];

/** A stage that cannot say how it went has failed. */
async function runStage({ files, start }, env, folder) {
  const tally = join(folder, 'tally');
  let code = 1;
  try {
    ({ code } = await start(files, { ...env, HANDSEL_TALLY: tally }));
  } catch (error) {
    console.error(error.message);
  }
  const found = takeTally(tally) ?? noTests;
  const silent = code !== 0 && found.failed === 0;
  const empty = found.passed + found.failed + found.skipped === 0;
  if (silent || empty) console.log('✖ this stage did not run to its end');
  return silent || empty ? plus(found, { ...noTests, failed: 1 }) : found;
}

async function runAll(env, folder) {
  let sum = noTests;
  for (const stage of STAGES) {
    if (words.length > 0 && stage.files.length === 0) continue;
    const started = performance.now();
    console.log(`\n${stage.name}`);
    if (stage.files.length === 0) console.log('✖ there is no test');
    const tally = stage.files.length === 0 ? { ...noTests, failed: 1 } : await runStage(stage, env, folder);
    console.log(`  ${tallyLine(tally)} (${Math.round((performance.now() - started) / 1000)} s)`);
    sum = plus(sum, tally);
  }
  return sum;
}

async function main() {
  if (words.length > 0 && STAGES.every(({ files }) => files.length === 0)) {
    console.error(`No test has ${words.map((word) => `"${word}"`).join(' or ')} in its path.`);
    return { ...noTests, failed: 1 };
  }
  const folder = mkdtempSync(join(tmpdir(), 'handsel-test-'));
  const postgres = await startPostgres();
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  whenInterrupted(stop);
  const env = {
    HANDSEL_TEST_POSTGRES: postgres.url,
    HANDSEL_TEST_POSTGRES_FAST: process.env.HANDSEL_TEST_POSTGRES
      ? (process.env.HANDSEL_TEST_POSTGRES_FAST ?? '')
      : '1',
    ...(full ? { HANDSEL_TEST_FULL: '1' } : {}),
  };
  try {
    return await runAll(env, folder);
  } finally {
    await stop();
  }
}

const sum = await main();
console.log(`\n${tallyLine(sum)}`);
process.exit(sum.failed > 0 ? 1 : 0);
