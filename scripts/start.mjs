// Starts a backend, its desk and the examples on this machine: `npm start`. Settings come from the environment.
import { existsSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from './build.mjs';
import { root } from './lib/runtime.mjs';

const LONGEST_END_MS = 4_900;

// Those that are plain files; the others have a server of their own.
const EXAMPLES = globSync('examples/*/index.html', { cwd: root })
  .map((page) => basename(dirname(page)))
  .filter((name) => !existsSync(join(root, 'examples', name, 'server.ts')));

const FOLDERS = [
  ...EXAMPLES.map((name) => [`/examples/${name}/`, join(root, 'examples', name)]),
  ['/elements/', join(root, 'packages/elements/cdn')],
  ['/assets/', join(root, 'packages/desk/bundle')],
];

/** A person reads what is wrong; a machine reads every line. */
function logFor({ HANDSEL_LOG }) {
  if (HANDSEL_LOG === '1' || (HANDSEL_LOG !== '0' && !process.stderr.isTTY)) return undefined;
  return (level, message, facts) => {
    if (level !== 'info') console.error(`${level}: ${message} ${JSON.stringify(facts ?? {})}`);
  };
}

function greeting({ url, app, first }) {
  const row = (name, value) => `  ${name.padEnd(20)}${value}`;
  const examples = EXAMPLES.map((name) => row(`Example: ${name}`, `${url}/examples/${name}/`));
  const secret = first.secretKey
    ? [
        '',
        row('Secret key', first.secretKey),
        '  For your own server. It is shown this once; keep it where only you can read it.',
      ]
    : [];
  return [
    `Handsel runs for ${first.name} <${first.email}>.`,
    '',
    row('Desk', `${url}/`),
    ...examples,
    ...(app.world.settings.testMode ? [row('Outbox', `${url}/dev/outbox`)] : []),
    row('API', `${url}/docs`),
    '',
    row('Publishable key', first.publishableKey),
    ...secret,
    '',
    'Ctrl+C ends it; what is written stays.',
  ].join('\n');
}

function endWith(server) {
  let ending = false;
  const end = async () => {
    // Who asks twice does not want to wait.
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(1), LONGEST_END_MS).unref();
    await server.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
}

try {
  await build((step) => console.log(step));
  const { startServer } = await import('@handsel/server/node');
  const log = logFor(process.env);
  const server = await startServer({ folders: FOLDERS, ...(log && { log }) });
  endWith(server);
  console.log(greeting(server));
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
