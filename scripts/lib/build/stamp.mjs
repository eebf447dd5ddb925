import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../runtime.mjs';

const home = join(root, 'node_modules/.cache/build');

const files = (patterns) => globSync(patterns, { cwd: root }).sort();

/** What files say, as a few letters: the same letters, the same files. */
function fingerprint(patterns, say) {
  const hash = createHash('sha256');
  for (const file of files(patterns)) {
    if (statSync(join(root, file)).isFile()) hash.update(`${file}\0${say(join(root, file))}\0`);
  }
  return hash.digest('hex');
}

const when = (path) => {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs} ${size}`;
};
const what = (path) => readFileSync(path);

/** By time and size: enough to see that nothing was touched, and quick. */
export const touched = (patterns) => fingerprint(patterns, when);

/** By content: what was written again as it was counts as the same. */
export const contentOf = (patterns) => fingerprint(patterns, what);

/** Does the work unless it was done for the same print and its results are still there. */
export async function unlessDone(name, print, results, work) {
  const path = join(home, name);
  const there = results.every((result) => existsSync(join(root, result)));
  if (there && existsSync(path) && readFileSync(path, 'utf8') === print) return false;
  await work();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, print);
  return true;
}
