// Syntax of Node 20, nothing from npm: this runs before anything is installed.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of the whole repository, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const NEEDED = 24;
const system = { win32: 'win' }[process.platform] ?? process.platform;
const program = process.platform === 'win32' ? 'node.exe' : 'node';

/** The Node to run everything with: this one when it is new enough, else the one npm brought. */
export function findNode() {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) return process.execPath;
  const brought = `${root}/node_modules/node-${system}-${process.arch}/bin/${program}`;
  return existsSync(brought) ? brought : undefined;
}
