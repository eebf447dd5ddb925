import { spawn } from 'node:child_process';
import { root } from './runtime.mjs';

const running = new Set();

/** Runs one of the installed tools, or Node itself on a script, and answers its exit code. */
export async function run(command, args, { env = {}, quiet = false } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...env } });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
  running.delete(child);
  return { code, output };
}

/** Runs a script under this very Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Ends what is running when somebody ends us, tidies up, and leaves as a program that was interrupted. */
export function whenInterrupted(tidy) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      for (const child of running) child.kill('SIGTERM');
      await tidy();
      process.exit(130);
    });
  }
}
