import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { resolveBrowser } from '../../scripts/browser.mjs';
import { folderSite } from '../lib/folder-site.ts';

/** Storybook's own pages begin with scripts in the page; nothing of it, or of ours, turns text into script. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
].join('; ');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One story, as the built book lists it. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

/** The stories of a built book. */
export function storiesIn(folder: string): Listed[] {
  const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as {
    readonly entries: Readonly<Record<string, Listed>>;
  };
  return Object.values(entries).filter(({ type }) => type === 'story');
}

/** What the page has: Storybook's channel, and the checker of accessibility. */
interface Inside {
  readonly __STORYBOOK_ADDONS_CHANNEL__: {
    emit(name: string, detail: unknown): void;
    on(name: string, heard: (detail: unknown) => void): void;
    off(name: string, heard: (detail: unknown) => void): void;
  };
  readonly axe: {
    run(
      context: string,
      options: object,
    ): Promise<{
      readonly violations: readonly {
        readonly id: string;
        readonly help: string;
        readonly nodes: readonly { readonly html: string }[];
      }[];
    }>;
  };
}

/** Sets what the toolbar sets. */
export async function turnToolbar(page: Page, globals: Readonly<Record<string, unknown>>): Promise<void> {
  await page.evaluate((said) => {
    const channel = (globalThis as unknown as Inside).__STORYBOOK_ADDONS_CHANNEL__;
    channel.emit('updateGlobals', { globals: said });
  }, globals);
}

/** Turns to a story in the page that is open, and waits until it has played; answers what went wrong. */
export function turnTo(page: Page, id: string): Promise<string> {
  return page.evaluate(async (storyId) => {
    const channel = (globalThis as unknown as Inside).__STORYBOOK_ADDONS_CHANNEL__;
    const ends = ['storyRendered', 'storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'];
    const ended = new Promise<string>((resolve) => {
      for (const name of ends) {
        const heard = (detail: unknown) => {
          for (const each of ends) channel.off(each, heard);
          const { message } = (detail ?? {}) as { readonly message?: string };
          resolve(name === 'storyRendered' ? '' : `${name}: ${message ?? String(detail)}`);
        };
        channel.on(name, heard);
      }
    });
    const late = new Promise<string>((resolve) => {
      AbortSignal.timeout(60_000).addEventListener('abort', () => resolve('It came to no end.'));
    });
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    const wrong = await Promise.race([ended, late]);
    if (wrong) return wrong;
    const stage = document.querySelector('story-stage');
    await (stage as (Element & { readonly stands: Promise<unknown> }) | null)?.stands;
    const shows = (root: ParentNode): boolean =>
      [...root.querySelectorAll('*')].some((each) => {
        if (each.shadowRoot) return shows(each.shadowRoot);
        return each.matches('svg, [aria-busy=true]') || (each.children.length === 0 && each.textContent.trim() !== '');
      });
    const home = document.querySelector('#storybook-root');
    return home && shows(home) ? '' : 'It shows nothing.';
  }, id);
}

/** What breaks a rule of accessibility; in the dark only contrast can be another. */
function broken(page: Page, rules: readonly string[], dark: boolean): Promise<string[]> {
  return page.evaluate(
    async ({ only, isDark }) => {
      // A thousand times the same: its parts are looked at in the story beside it.
      if (document.querySelector('story-stage[large]')) return [];
      const passing = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
      for (const each of passing) each.finish();
      const { violations } = await (globalThis as unknown as Inside).axe.run('#storybook-root', {
        runOnly: isDark ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: only },
        // A story is a part of a page: it has no landmarks of its own.
        ...(isDark ? {} : { rules: { region: { enabled: false } } }),
        resultTypes: ['violations'],
      });
      return violations.map(
        ({ id, help, nodes }) => `${isDark ? 'dark, ' : ''}${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`,
      );
    },
    { only: rules, isDark: dark },
  );
}

/** A built book in a real browser. */
export class Book {
  readonly #browser: Browser;
  readonly #site: { readonly url: string; close(): void };

  private constructor(browser: Browser, site: { readonly url: string; close(): void }) {
    this.#browser = browser;
    this.#site = site;
  }

  /** Serves what was built, and starts the browser. */
  static async open(folder: string): Promise<Book> {
    const site = await folderSite(folder, POLICY);
    return new Book(await chromium.launch(await resolveBrowser()), site);
  }

  /** A page at no story yet, with the checker of accessibility. */
  async page(): Promise<Page> {
    const page = await this.#browser.newPage({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`${this.#site.url}/iframe.html`);
    await page.waitForSelector('body.sb-show-nopreview', { state: 'attached' });
    await page.evaluate(AXE);
    // The add-on would look for the same faults once more.
    await turnToolbar(page, { a11y: { manual: true } });
    return page;
  }

  /** Turns to one story after the other in one page; answers everything that is wrong with them. */
  async faultsOf(stories: readonly Listed[]): Promise<string[]> {
    const page = await this.page();
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const faults: string[] = [];
    for (const story of stories) {
      const found = await faultsIn(page, story.id);
      faults.push(...[...found, ...complaints.splice(0)].map((fault) => `${story.name}: ${fault}`));
    }
    await page.close();
    return faults;
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#site.close();
  }
}

async function faultsIn(page: Page, id: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const wrong = await turnTo(page, id).catch(String);
  if (wrong) return [wrong];
  const light = await broken(page, RULES, false);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...light, ...(await broken(page, RULES, true))];
}
