import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './runtime.mjs';

const cache = join(root, 'node_modules/.cache/chromium');

/** Unpacks beside the final place and moves it there whole, so that two runs at once never meet half a browser. */
async function unpack(home) {
  await mkdir(cache, { recursive: true });
  const aside = await mkdtemp(join(cache, 'unpacking-'));
  // The package unpacks into TMPDIR and takes its own libraries only where it believes to be on Lambda.
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { cwd: root, stdio: 'inherit', env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' } },
  );
  const [code] = await once(child, 'exit');
  try {
    if (code !== 0) throw new Error('The browser that npm brought could not be unpacked.');
    await rename(aside, home);
  } catch (error) {
    if (!existsSync(join(home, 'chromium'))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

const fontsOf = (home) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, 'fonts/fonts')}</dir>
  <cachedir>${join(home, 'fonts/cache')}</cachedir>
</fontconfig>
`;

/** The package's own list names folders of Lambda; without any font a date field ends the whole browser. */
async function findFonts(home) {
  const path = join(home, 'fonts/fonts.conf');
  const wanted = fontsOf(home);
  if ((await readFile(path, 'utf8').catch(() => '')) === wanted) return;
  const aside = `${path}-${process.pid}`;
  await writeFile(aside, wanted);
  await rename(aside, path);
}

/** The Chromium that npm brought, unpacked once; nothing where it brings none. */
export async function unpackedBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const home = join(cache, 'chromium');
  if (!existsSync(join(home, 'chromium'))) await unpack(home);
  await findFonts(home);
  return {
    executablePath: join(home, 'chromium'),
    env: {
      LD_LIBRARY_PATH: [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? join(home, 'fonts'),
    },
  };
}
