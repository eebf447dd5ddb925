import { execFile, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPrograms, lesserUser } from './lib/postgres-programs.mjs';

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const ALWAYS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'lc_messages=C',
  'timezone=UTC',
  'max_connections=200',
  'shared_buffers=64MB',
];

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function initialise({ folder, data, user, password }) {
  const file = `${data}-password`;
  writeFileSync(file, password, { mode: 0o600 });
  if (user.uid !== undefined) for (const path of [data, file]) chownSync(path, user.uid, user.gid);
  const args = [`--pgdata=${data}`, `--pwfile=${file}`, '--username=postgres', '--auth=password', '--no-sync'];
  try {
    await promisify(execFile)(join(folder, 'bin/initdb'), [...args, '--encoding=UTF8', '--locale=C'], {
      ...user,
      cwd: '/',
    });
  } finally {
    rmSync(file, { force: true });
  }
}

/** Its life hangs on our end of its standard input: should this process be killed, the server goes too. */
function launch({ folder, data, port, user, fsync }) {
  const settings = [...ALWAYS, ...(fsync ? [] : FAST)].flatMap((setting) => ['-c', setting]);
  const command = [join(folder, 'bin/postgres'), '-D', data, '-p', String(port), ...settings];
  const options = { ...user, cwd: '/', stdio: ['pipe', 'ignore', 'pipe'] };
  if (process.platform === 'win32') return spawn(command[0], command.slice(1), options);
  const guard = '"$@" & trap : INT TERM; cat > /dev/null; kill -INT $!; wait $!; rm -rf "$0"';
  return spawn('sh', ['-c', guard, data, ...command], { ...options, detached: true });
}

function ready(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      // Kept only until it is up: afterwards it tells of refusals the tests provoke on purpose.
      if (said.includes('ready to accept connections')) return;
      said += text;
      if (said.includes('ready to accept connections')) resolve();
    });
    child.once('exit', () => reject(new Error(`PostgreSQL did not start.\n${said}`)));
  });
}

/**
 * Starts a real PostgreSQL on a free port with data of its own, or uses the one that `HANDSEL_TEST_POSTGRES` names.
 * Without `fsync` it is faster and must not be trusted with a power cut; who asks for `fsync` is never given a fast one.
 */
export async function startPostgres({ fsync = false } = {}) {
  const { HANDSEL_TEST_POSTGRES: given, HANDSEL_TEST_POSTGRES_FAST: fast } = process.env;
  if (given && !(fsync && fast)) return { url: given, stop: async () => {} };
  const user = lesserUser();
  const { folder, copy } = findPrograms(user);
  const data = mkdtempSync(join(tmpdir(), 'handsel-postgres-'));
  const password = randomBytes(18).toString('base64url');
  const port = await freePort();
  const clean = () => [data, copy].forEach((path) => path && rmSync(path, { recursive: true, force: true }));
  try {
    await initialise({ folder, data, user, password });
    const child = launch({ folder, data, port, user, fsync });
    await ready(child);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const stop = async () => {
      child.stdin.end();
      if (process.platform === 'win32') child.kill();
      await gone;
      clean();
    };
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    clean();
    throw error;
  }
}

/** Makes an empty database for one test file, and says how to reach and how to drop it. */
export async function createDatabase(adminUrl) {
  const name = `handsel_${randomUUID().replaceAll('-', '')}`;
  const admin = async (sql) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await admin(`create database ${name} strategy file_copy`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  const dropping = `drop database if exists ${name}`;
  // A pool says it has ended before its sessions have left, and one that is thrown out complains to nobody: so PostgreSQL
  // first waits some seconds for them, and throws out only who stays.
  return { url: url.href, drop: () => admin(dropping).catch(() => admin(`${dropping} with (force)`)) };
}
