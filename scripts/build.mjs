// Builds what is published and served: `npm run build`. What is built already is left as it is.
import { copyFileSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { alone } from './lib/build/lock.mjs';
import { contentOf, touched, unlessDone } from './lib/build/stamp.mjs';
import { run, runNode } from './lib/processes.mjs';
import { root } from './lib/runtime.mjs';

/** From the ground up: each is made of those before it. */
const PACKAGES = ['protocol', 'core', 'elements', 'server', 'sandbox', 'desk'];
const PURE = ['protocol', 'core', 'elements'];
const SELF = ['scripts/build.mjs', 'scripts/lib/build/*.mjs', 'package-lock.json'];

async function must(step, { code, output }) {
  if (code !== 0) throw new Error(`${step} failed.\n${output.trim()}`);
}

const tool = (path, args) => runNode([path, ...args], { quiet: true });

async function compile() {
  const folders = PACKAGES.map((name) => `packages/${name}`);
  await must('Compiling', await run('tsc', ['-b', ...folders], { quiet: true }));
  const { markPureIn } = await import('./lib/build/pure.mjs');
  const { unindentIn } = await import('./lib/build/unindent.mjs');
  for (const file of globSync(`packages/{${PURE}}/dist/**/*.js`, { cwd: root }).map((path) => join(root, path))) {
    await markPureIn(file);
    await unindentIn(file);
  }
}

const manifest = () =>
  tool('node_modules/@custom-elements-manifest/analyzer/cem.js', [
    'analyze',
    '--config',
    'custom-elements-manifest.config.js',
  ]);

const BUNDLES = ['packages/elements/cdn', 'packages/desk/bundle'];

/** Leaves a file twice more beside itself, for readers that can unfold it. */
function shrink(file) {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes));
}

/** What runs meanwhile finds the old files until the new ones are there. */
async function bundle() {
  const started = Date.now();
  await must('Bundling', await tool('node_modules/rollup/dist/bin/rollup', ['--config', '--silent']));
  copyFileSync(join(root, 'packages/desk/src/desk.css'), join(root, 'packages/desk/bundle/desk.css'));
  for (const file of globSync(`{${BUNDLES}}/*`, { cwd: root }).map((path) => join(root, path))) {
    if (statSync(file).mtimeMs < started - 1000) rmSync(file);
    else if (/\.(js|css)$/.test(file)) shrink(file);
  }
}

async function steps(say) {
  const sources = [
    'packages/*/src/**',
    'packages/*/package.json',
    'packages/*/tsconfig.json',
    'tsconfig.base.json',
    ...SELF,
  ];
  const compiled = PACKAGES.map((name) => `packages/${name}/dist/index.js`);
  if (await unlessDone('compiled', touched(sources), compiled, compile)) say('compiled');
  const described = contentOf(['packages/elements/src/**/*.ts', 'custom-elements-manifest.config.js', ...SELF]);
  const manifested = async () => must('Describing the elements', await manifest());
  if (await unlessDone('manifest', described, ['packages/elements/custom-elements.json'], manifested))
    say('elements described');
  const parts = contentOf([
    'packages/{protocol,core,elements,desk}/dist/**/*.js',
    'packages/desk/src/desk.css',
    'rollup.config.js',
    ...SELF,
  ]);
  const bundles = ['packages/elements/cdn/handsel.js', 'packages/desk/bundle/desk.js', 'packages/desk/bundle/desk.css'];
  if (await unlessDone('bundles', parts, bundles, bundle)) say('bundled');
}

/** Builds what is not built yet; rejects with what went wrong. */
export const build = (say = () => {}) => alone(join(root, 'node_modules/.cache/build/lock'), () => steps(say));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now();
  try {
    await build((step) => console.log(step));
    console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
