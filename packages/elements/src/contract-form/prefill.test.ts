import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prefillOf } from './prefill.ts';

const NOTHING = {
  clientEmail: '',
  clientName: '',
  clientCompany: '',
  contractTitle: '',
  contractDescription: '',
};

test('a page may fill in who it is for and what it is', () => {
  const given = { ...NOTHING, clientEmail: 'kim@arden.example', contractTitle: 'Website', contractDescription: 'a\nb' };
  const { clientEmail, title, description } = prefillOf(given);
  assert.deepEqual([clientEmail, title, description], ['kim@arden.example', 'Website', 'a\nb']);
});

test('an address that is none, a line that is two, and a text that is too long are ignored', () => {
  const given = {
    ...NOTHING,
    clientEmail: 'kim at arden',
    clientName: 'Kim\nBcc: all@arden.example',
    contractTitle: 'x'.repeat(101),
    contractDescription: 'x'.repeat(5_001),
  };
  const { clientEmail, clientName, title, description } = prefillOf(given);
  assert.deepEqual([clientEmail, clientName, title, description], ['', '', '', '']);
});

test('a text that a backend would refuse is ignored, whatever makes it so', () => {
  const given = {
    ...NOTHING,
    clientName: 'Rin\u200b Vale',
    clientCompany: 'Vale\u2028Studio',
    contractTitle: 'Website\u0085',
    contractDescription: 'a\ud800',
  };
  const { clientName, clientCompany, title, description } = prefillOf(given);
  assert.deepEqual([clientName, clientCompany, title, description], ['', '', '', '']);
});

test('nothing a link can carry breaks the form or turns its text around', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.anything(),
    fc.constantFrom('\u202e', '\u0000', '__proto__', '<img src=x onerror=alert(1)>', 'javascript:alert(1)@x.example'),
  );
  const links = fc.record(Object.fromEntries(Object.keys(NOTHING).map((name) => [name, anything])));
  fc.assert(
    fc.property(links, (given) => {
      for (const value of Object.values(prefillOf({ ...NOTHING, ...given }))) {
        assert.equal(typeof value, 'string');
        assert.doesNotMatch(String(value), /[\u0000-\u0008\u007f\u202a-\u202e\u2066-\u2069]/);
      }
    }),
    { numRuns: 10_000, seed: 20_261_124 },
  );
});
