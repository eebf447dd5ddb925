import { existsSync } from 'node:fs';
import { installedBrowser } from './lib/installed-browser.mjs';
import { unpackedBrowser } from './lib/unpacked-browser.mjs';

const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Chromium refuses to sandbox itself under root, and containers of a CI have no user namespaces. */
const args = () => (process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox', ...QUIET] : QUIET);

async function find() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH && !existsSync(CHROME_PATH)) throw new Error(`CHROME_PATH names no file: ${CHROME_PATH}`);
  const installed = CHROME_PATH || installedBrowser();
  return installed ? { executablePath: installed, env: {} } : await unpackedBrowser();
}

/**
 * Finds a Chromium: the one `CHROME_PATH` names, else an installed one, else the one npm brought.
 * The answer is what playwright-core's `launch` and puppeteer's `launch` take.
 */
export async function resolveBrowser() {
  const found = await find();
  if (found) return { executablePath: found.executablePath, args: args(), env: { ...process.env, ...found.env } };
  throw new Error(
    'There is no Chromium here. Install one (Debian: apt-get install -y chromium), or name one: CHROME_PATH=/path/to/chrome',
  );
}
