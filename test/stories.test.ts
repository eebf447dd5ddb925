import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Book, storiesIn, turnTo, turnToolbar } from './stories/book.ts';
import { buildBook } from './stories/build.ts';

const folder = await buildBook();
const chapters = Map.groupBy(storiesIn(folder), ({ title }) => title);

describe('The stories', { concurrency: 2 }, () => {
  let book: Book;

  before(async () => {
    book = await Book.open(folder);
  });
  after(() => book.close());

  for (const [title, stories] of chapters) {
    it(`show ${title} without an error and for everybody, in light and in dark`, async () => {
      assert.deepEqual(await book.faultsOf(stories), []);
    });
  }
});

describe('The toolbar of the stories', () => {
  let book: Book;

  before(async () => {
    book = await Book.open(folder);
  });
  after(() => book.close());

  it('turns the clock by fourteen days, and what nobody has answered is paid', async () => {
    const page = await book.page();
    assert.equal(await turnTo(page, 'elements-workroom-the-freelancer--payment-requested'), '');
    await page.getByText('Waiting for Kim to approve').waitFor();
    await turnToolbar(page, { clock: '336' });
    await page.getByText('Completed', { exact: true }).first().waitFor();
    await turnToolbar(page, { clock: '0' });
    await page.getByText('Waiting for Kim to approve').waitFor();
    await page.close();
  });

  it('restyles what stands there: theme, accent, corners, width, language', async () => {
    const page = await book.page();
    assert.equal(await turnTo(page, 'elements-workroom-the-freelancer--active'), '');
    const button = page.locator('[part~="button-primary"]').first();
    const look = () =>
      button.evaluate((each) => {
        const { backgroundColor, borderRadius } = getComputedStyle(each);
        return [backgroundColor, borderRadius, document.querySelector('.column')?.clientWidth].join(' ');
      });
    await turnToolbar(page, { accent: 'forest', radius: '16', width: '360', locale: 'de', theme: 'light' });
    await page.getByText('500,00 $').first().waitFor();
    assert.equal(await look(), 'rgb(29, 90, 58) 16px 360');
    await turnToolbar(page, { accent: 'own', radius: 'own', width: 'full', look: 'contrast', locale: 'en' });
    await page.getByText('$500.00').first().waitFor();
    assert.match(await look(), /^rgb\(0, 0, 0\) 4px /);
    await page.close();
  });

  it('leaves the last word to what a page sets on its root', async () => {
    const page = await book.page();
    assert.equal(await turnTo(page, 'elements-workroom-the-freelancer--active'), '');
    await page.addStyleTag({ content: ':root { --handsel-accent: rgb(1, 2, 3); --handsel-radius: 11px; }' });
    const button = page.locator('[part~="button-primary"]').first();
    const look = () =>
      button.evaluate((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).borderRadius]);
    assert.deepEqual(await look(), ['rgb(1, 2, 3)', '11px']);
    await turnToolbar(page, { look: 'contrast' });
    await page.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--handsel-line'));
    assert.deepEqual(await look(), ['rgb(1, 2, 3)', '11px']);
    await page.close();
  });
});
