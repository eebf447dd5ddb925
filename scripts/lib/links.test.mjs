import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from './runtime.mjs';

const skipped = /(^|[\\/])(node_modules|dist|storybook-static)$/;
const pages = globSync('**/*.md', { cwd: root, exclude: (path) => skipped.test(path) });

const read = (page) => readFileSync(join(root, page), 'utf8');

/** What a page leads to, in prose and pictures: no addresses of other hosts, and nothing that stands in a sample. */
function linksOf(page) {
  const prose = read(page).replace(/^```.*?^```/gms, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !/^\w+:/.test(link));
}

/** As a host of repositories names the headings of a page. */
function anchorsOf(page) {
  const titles = [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) => title);
  return titles.map((title) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

function isDead(page, link) {
  const [path, anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), decodeURIComponent(path));
  const found = statSync(join(root, target), { throwIfNoEntry: false });
  return !found || (anchor !== undefined && !(found.isFile() && anchorsOf(target).includes(anchor)));
}

describe('The pages of the repository', () => {
  it('lead only to what is there', () => {
    assert.ok(pages.length >= 20);
    const dead = pages.flatMap((page) =>
      linksOf(page)
        .filter((link) => isDead(page, link))
        .map((link) => `${page}: ${link}`),
    );
    assert.deepEqual(dead, []);
  });
});
