// Runs a script on Node 24, whatever Node the machine has. Syntax of Node 20, nothing from npm.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { findNode, root } from './lib/runtime.mjs';

const node = findNode();
if (!node) {
  console.error(
    `This needs Node 24 or newer; here is ${process.version}. Install it from https://nodejs.org, then try again.`,
  );
  process.exit(1);
}

// First on PATH, so that whatever the script starts runs on the same Node.
const PATH = [dirname(node), `${root}/node_modules/.bin`, process.env.PATH].join(delimiter);
const child = spawn(node, process.argv.slice(2), { stdio: 'inherit', env: { ...process.env, PATH } });

// A terminal sends Ctrl+C to the child as well; a second one would say "at once" where the first said "please".
process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));

child.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
