import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Book, storiesIn } from './stories/book.ts';
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
