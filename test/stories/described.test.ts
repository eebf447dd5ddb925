import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { StoryContext } from '@storybook/web-components-vite';
import { declarationOf, TAGS } from '../../stories/stage/manifest.ts';
import { snippetOf } from '../../stories/stage/snippet.ts';
import { MEANINGS } from '../../stories/tokens/meanings.ts';
import { TOKENS } from '../../stories/tokens/token-list.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const guide = read('docs/theming.md');

const pasted = (story: object) => snippetOf({ args: {}, parameters: {}, ...story } as unknown as StoryContext);

describe('What a designer is told', () => {
  it('has a chapter of stories for every element', () => {
    const chapters = globSync('stories/*.stories.ts', { cwd: ROOT }).map(read).join();
    const missing = TAGS.filter((tag) => !chapters.includes(`component: '${tag}'`));
    assert.deepEqual(missing, []);
  });

  it('says what each token is for, and names none that is not there', () => {
    assert.deepEqual(Object.keys(MEANINGS).sort(), TOKENS.map(({ name }) => name).sort());
  });

  it('names every token and every part in the guide', () => {
    const tokens = TOKENS.map(({ name }) => name.replace('--handsel-', ''));
    const parts = TAGS.flatMap((tag) => (declarationOf(tag)?.cssParts ?? []).map(({ name }) => name));
    const missing = [...tokens, ...parts].filter((name) => !guide.includes(`| \`${name}\``));
    assert.deepEqual([...new Set(missing)], []);
  });

  it('shows the three themes as their files are', () => {
    for (const theme of ['paper', 'plain', 'contrast']) {
      const rule = /:root \{[^}]*\}/.exec(read(`packages/elements/themes/${theme}.css`))?.[0] ?? theme;
      assert.ok(guide.includes(rule), `The guide does not show ${theme}.css as it is.`);
    }
  });

  it('sets only tokens that there are', () => {
    const known = new Set(TOKENS.map(({ name }) => name));
    const set = globSync('packages/elements/themes/*.css', { cwd: ROOT }).flatMap(
      (path) => read(path).match(/--[\w-]+(?=:)/g) ?? [],
    );
    assert.deepEqual(
      set.filter((name) => !known.has(name)),
      [],
    );
  });

  it('gives two lines to paste, with what the story sets', () => {
    const [script, element, ...rest] = pasted({
      component: 'handsel-contract-form',
      args: { as: 'client', contractTitle: 'A "new" shop', noDrafts: true },
      parameters: { scene: { as: 'visitor' } },
    }).split('\n');
    assert.match(script ?? '', /^<script type="module" src="[^"]+\/handsel\.js"><\/script>$/);
    assert.match(element ?? '', /^<handsel-contract-form backend="[^"]+" key="pk_live_…" /);
    assert.match(
      element ?? '',
      / as="client" contract-title="A &quot;new&quot; shop" no-drafts><\/handsel-contract-form>$/,
    );
    assert.deepEqual(rest, []);
  });

  it('gives the tokens somebody has turned as CSS', () => {
    const text = pasted({ component: 'handsel-details', args: { '--handsel-accent': '#123456' } });
    assert.match(text, /:root \{\n {4}--handsel-accent: #123456;\n {2}\}/);
  });
});
