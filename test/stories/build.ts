import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contentOf, unlessDone } from '../../scripts/lib/build/stamp.mjs';

const ROOT = join(import.meta.dirname, '../..');
const HOME = 'node_modules/.cache/stories';

/** All a built book is made of. */
const SOURCES = [
  '.storybook/*',
  'stories/**/*',
  'packages/{protocol,core,elements,server,sandbox}/src/**/*.ts',
  'packages/elements/themes/*.css',
  'packages/elements/package.json',
  'package-lock.json',
];

/** Builds the book into a folder that nobody keeps, unless it was built from the same sources; answers the folder. */
export async function buildBook(): Promise<string> {
  await unlessDone('stories', contentOf(SOURCES), [`${HOME}/index.json`], async () => {
    const script = join(ROOT, 'scripts/storybook.mjs');
    const args = [script, 'build', '--output-dir', HOME, '--quiet'];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, maxBuffer: 64_000_000 });
  });
  return join(ROOT, HOME);
}
