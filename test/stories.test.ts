import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Book, type Listed, storiesIn } from './stories/book.ts';
import { buildBook } from './stories/build.ts';

const folder = await buildBook();
const chapters = Map.groupBy(storiesIn(folder), ({ title }) => title);

describe('The stories', () => {
  let book: Book;

  before(async () => {
    book = await Book.open(folder);
  });
  after(() => book.close());

  const faults = async (stories: readonly Listed[]) => {
    const found: string[] = [];
    for (const story of stories) {
      for (const fault of await book.faultsOf(story)) found.push(`${story.name}: ${fault}`);
    }
    return found;
  };

  for (const [title, stories] of chapters) {
    it(`show ${title} without an error and for everybody, in light and in dark`, async () => {
      assert.deepEqual(await faults(stories), []);
    });
  }
});
