import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Play } from './testing/play.ts';
import { walk, walks } from './testing/walk.ts';

const runs = process.env['HANDSEL_TEST_FULL'] ? 3_000 : 300;

describe('any walk through a contract', () => {
  it('keeps the books true after every step, from a draft on', () => {
    fc.assert(
      fc.property(walks, ({ options, strides }) => walk(new Play(options), strides)),
      { numRuns: runs },
    );
  });

  it('keeps the books true after every step, from funded work on', () => {
    fc.assert(
      fc.property(walks, fc.boolean(), ({ options, strides }, all) => {
        const play = new Play(options).send().accept();
        walk(play.fund(all ? 'all' : 'next'), strides);
      }),
      { numRuns: runs },
    );
  });
});
