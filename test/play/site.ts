import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { resolveBrowser } from '../../scripts/browser.mjs';
import { startBackend } from './backend.ts';

/** A backend that was started as a user starts it, and a browser to look at it. */
export interface Site {
  readonly url: string;
  /** What the first start prints for the freelancer's own server. */
  readonly secretKey: string;
  /** A person's own browser: nobody else's cookies. What its pages complain about is collected in `complaints`. */
  person(options?: { readonly javaScriptEnabled?: boolean }): Promise<Page>;
  /** Violations of the content security policy, errors and failed requests of all pages. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** Starts the backend by the script of `npm start`, with a database of its own. */
export async function openSite(): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'handsel-site-'));
  const complaints: string[] = [];
  try {
    const { url, secretKey, stop } = await startBackend(join(folder, 'handsel.db'));
    const browser = await chromium.launch(await resolveBrowser());
    const close = async (): Promise<void> => {
      await browser.close();
      await stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { url, secretKey, complaints, close, person: (options) => person(browser, complaints, options) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function person(
  browser: Browser,
  complaints: string[],
  options: { readonly javaScriptEnabled?: boolean } = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC', ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    // A refusal that is shown to the person is also an error in the console; those are asserted on by what is shown.
    const expected = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return page;
}

/** The newest mail to somebody whose subject has a word, as the outbox of test mode shows it. */
export async function mailTo(page: Page, url: string, to: string, word: string): Promise<string> {
  await page.goto(`${url}/dev/outbox`);
  const row = page.getByRole('listitem').filter({ hasText: to }).filter({ hasText: word }).first();
  await row.getByRole('link').first().click();
  return (await page.locator('main').textContent()) ?? '';
}

/** The six digits of a mailed code. */
export function codeIn(text: string): string {
  const [, left, right] = /Your code is (\d{3}) (\d{3})/.exec(text) ?? [];
  if (!left || !right) throw new Error(`There is no code in: ${text}`);
  return left + right;
}

/** A picture of a step where somebody wants to look: `HANDSEL_SHOTS=folder npm test -- browser`. */
export async function shoot(page: Page, name: string): Promise<void> {
  const { HANDSEL_SHOTS: folder } = process.env;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
