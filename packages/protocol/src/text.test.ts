import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fits } from './fits.ts';
import { LONGEST } from './longest.ts';
import type { Schema } from './schema.ts';
import * as text from './text.ts';
import {
  Description,
  Email,
  EmailCode,
  Name,
  Note,
  Origin,
  RequiredNote,
  Sha256,
  TermsText,
  Title,
  Token,
} from './text.ts';

const LINES = { Title, Name };
const BLOCKS = { Description, TermsText, Note, Reason: text.Reason, RequiredNote };
const all = (schemas: Record<string, Schema<string>>, value: string, expected: boolean) => {
  for (const [name, schema] of Object.entries(schemas)) {
    assert.equal(fits(schema, value), expected, `${name}: ${JSON.stringify(value)}`);
  }
};

describe('what people write', () => {
  it('may be in any language, with emoji and with joiners that names need', () => {
    for (const value of [
      'Zoë Müller-Łuk',
      '王小明',
      'مهدی\u200cزاده',
      'ශ්\u200dරී',
      "O'Brien & Sons <Ltd>",
      '👩🏽‍💻 logo',
      '=1+1',
    ]) {
      all({ ...LINES, ...BLOCKS }, value, true);
    }
  });

  it('never holds control characters: they forge mail headers', () => {
    for (const value of ['Kit\u0000', 'a\u0007b', 'a\u001bb', 'a\u007fb', 'a\u0085b', 'a\u009bb', 'a\u000bb']) {
      all({ ...LINES, ...BLOCKS }, value, false);
    }
  });

  it('never turns the writing direction around', () => {
    for (const value of ['invoice\u202Efdp.exe', '\u202a', 'a\u202db', 'a\u2066b', 'a\u2069b']) {
      all({ ...LINES, ...BLOCKS }, value, false);
    }
  });

  it('never holds half a character: it cannot be stored', () => {
    all({ ...LINES, ...BLOCKS }, 'a\ud800', false);
    all({ ...LINES, ...BLOCKS }, '\udc00a', false);
  });

  it('is one line where it is a name or a title', () => {
    for (const value of ['Kit\nBcc: all@x.example', 'Kit\r\nArden', 'a\tb', 'a\u2028b', 'a\u2029b'])
      all(LINES, value, false);
    all(BLOCKS, 'Two\r\nlines\tand a tab', true);
  });

  it('cannot be a name that looks like another, or like none', () => {
    for (const value of ['Rin\u200b Vale', 'Rin\u2060 Vale', '\ufeffRin Vale', ' ', '\u00a0', ''])
      all(LINES, value, false);
  });

  it('is as long as forms say, in characters', () => {
    for (const [schema, longest] of [
      [Title, LONGEST.title],
      [Name, LONGEST.name],
      [Description, LONGEST.description],
      [TermsText, LONGEST.terms],
      [Note, LONGEST.note],
      [text.Reason, LONGEST.reason],
    ] as const) {
      assert.ok(fits(schema, 'é'.repeat(longest)));
      assert.equal(fits(schema, 'é'.repeat(longest + 1)), false);
    }
  });

  it('may be left empty, but not where something must be said', () => {
    for (const schema of [Description, TermsText, Note, text.Reason]) assert.ok(fits(schema, ''));
    for (const value of ['', ' \n ']) assert.equal(fits(RequiredNote, value), false);
  });
});

describe('an e-mail address', () => {
  it('is what mail servers take', () => {
    for (const value of ['kit@arden.example', 'a.b+c@sub.arden.example', "o'neil@x-y.example", 'ü@arden.example']) {
      assert.ok(fits(Email, value), value);
    }
  });

  it('holds nothing that a mail header could be forged with', () => {
    const wrong = [
      'kit',
      '@arden.example',
      'kit@',
      'kit@arden',
      'kit@@arden.example',
      'a b@arden.example',
      'kit@arden.example\n',
    ];
    const forged = [
      'kit@arden.example\r\nBcc: x@y.example',
      '<kit@arden.example>',
      'a,b@arden.example',
      'kit@.example',
      'kit@arden..example',
    ];
    for (const value of [...wrong, ...forged, `${'a'.repeat(65)}@arden.example`, `a@${'b.'.repeat(130)}example`]) {
      assert.equal(fits(Email, value), false, JSON.stringify(value));
    }
  });
});

describe('codes, tokens, hashes and origins', () => {
  it('are taken as they are made, and not otherwise', () => {
    const cases: [Schema<string>, string[], string[]][] = [
      [EmailCode, ['012345'], ['12345', '1234567', '12345a', '١٢٣٤٥٦', ' 12345']],
      [
        Token,
        ['a'.repeat(16), 'ct_AZ09-_abcdefg'],
        ['short', 'a'.repeat(201), 'has space in it 123', `${'a'.repeat(20)}\n`],
      ],
      [Sha256, ['0'.repeat(64)], ['0'.repeat(63), 'A'.repeat(64), 'g'.repeat(64)]],
      [
        Origin,
        ['https://vale.example', 'http://127.0.0.1:3000', 'http://[::1]:80'],
        ['vale.example', 'https://vale.example/', 'ftp://x', 'https://a b'],
      ],
    ];
    for (const [schema, right, wrong] of cases) {
      for (const value of right) assert.ok(fits(schema, value), value);
      for (const value of wrong) assert.equal(fits(schema, value), false, JSON.stringify(value));
    }
  });
});
