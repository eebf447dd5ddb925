// Looks at everything but the tests: `npm run check`. Every step runs, even after one that failed.
import { build } from './build.mjs';
import { entryFaults, manifestFaults } from './lib/check/manifest.mjs';
import { tarballFaults } from './lib/check/tarballs.mjs';
import { versionFaults } from './lib/check/versions.mjs';
import { run, runNode, whenInterrupted } from './lib/processes.mjs';
import { root } from './lib/runtime.mjs';
import { table } from './lib/table.mjs';

const words = process.argv.slice(2);

const quietly = (args) => runNode(args, { quiet: true });

const saying = (faults) => ({ code: faults.length > 0 ? 1 : 0, output: faults.join('\n') });

async function building() {
  try {
    await build();
    return saying([]);
  } catch (error) {
    return saying([error.message]);
  }
}

const STEPS = [
  ['format', () => quietly(['node_modules/prettier/bin/prettier.cjs', '--check', '.'])],
  ['build', building],
  ['types', () => run('tsc', ['-b'], { quiet: true })],
  ['lint', () => quietly(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'])],
  ['imports', () => quietly(['scripts/check-imports.mjs'])],
  ['descriptions', () => quietly(['scripts/descriptions.mjs', '--check'])],
  ['manifest', () => saying([...manifestFaults(root), ...entryFaults(root)])],
  ['packages', async () => saying(await tarballFaults(root))],
  ['sizes', () => quietly(['scripts/size.mjs'])],
  ['versions', () => saying(versionFaults(root))],
].filter(([name]) => words.length === 0 || words.includes(name));

/** A step that cannot even run has failed. */
async function attempt(step) {
  try {
    return await step();
  } catch (error) {
    return { code: 1, output: error.stack };
  }
}

whenInterrupted(async () => {});
const rows = [];
for (const [name, step] of STEPS) {
  const started = performance.now();
  const { code, output } = await attempt(step);
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`;
  rows.push([code === 0 ? '✔' : '✖', name, seconds]);
  const shown = code !== 0 || name === 'sizes' ? `\n${output.trim()}\n` : '';
  console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds})${shown}`);
}

const failed = rows.filter(([mark]) => mark === '✖').map(([, name]) => name);
console.log(`\n${table([['', 'step', 'time'], ...rows])}`);
const unknown = STEPS.length === 0 ? 'there is no such step' : `failed: ${failed.join(', ')}`;
console.log(failed.length === 0 && STEPS.length > 0 ? `\n${rows.length} checks passed` : `\n${unknown}`);
process.exit(failed.length > 0 || STEPS.length === 0 ? 1 : 0);
