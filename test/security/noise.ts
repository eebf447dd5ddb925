import fc from 'fast-check';

const STRANGE: readonly unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e21,
  2 ** 53,
  '1e3',
  '',
  ' ',
  '\u0000',
  'a\r\nBcc: all@evil.example',
  '\ud800',
  '\u202egpj.exe',
  '<script>alert(1)</script>',
  "'; drop table contracts; --",
  '%00',
  '../../etc/passwd',
  'x'.repeat(20_000),
  [],
  {},
  [[[[]]]],
  { amount: Number.MAX_SAFE_INTEGER, currency: 'USD' },
  { amount: 1, currency: 'usd' },
  JSON.parse('{"__proto__":{"role":"freelancer"}}'),
  { constructor: { prototype: {} } },
  Array.from({ length: 1001 }, () => null),
];

/** Values that no field asks for. */
export const strange: fc.Arbitrary<unknown> = fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue());

/** A right value with one place of it wrong, one field too many or one too few. */
export function damaged(right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(right, fc.infiniteStream(fc.nat()), strange, fc.constantFrom('replace', 'remove', 'add'))
    .map(([value, turns, junk, how]) => damage(structuredClone(value), turns, junk, how));
}

type How = 'replace' | 'remove' | 'add';

function damage(value: unknown, turns: Iterator<number>, junk: unknown, how: How): unknown {
  if (typeof value !== 'object' || value === null) return junk;
  const holder = value as Record<string, unknown>;
  const names = Object.keys(holder);
  const turn = (turns.next().value as number | undefined) ?? 0;
  const name = names[turn % names.length];
  if (how === 'add' || name === undefined) return { ...holder, [names.length % 2 ? 'extra' : 'contractId']: junk };
  const inner = holder[name];
  const descends = typeof inner === 'object' && inner !== null && turn % 3 > 0;
  if (descends) holder[name] = damage(inner, turns, junk, how);
  else if (how === 'remove') Reflect.deleteProperty(holder, name);
  else holder[name] = junk;
  return value;
}

const BROKEN = [
  '',
  '{',
  '{"a":',
  'null',
  '[]',
  '"text"',
  '1',
  '{"a":1}{"b":2}',
  '\ufeff{}',
  '{"__proto__":{"x":1}}',
  '['.repeat(30_000),
  `${'{"a":'.repeat(19)}1${'}'.repeat(19)}`,
];

/** Bodies that are no JSON, no object or no text. */
export const brokenBody: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  fc.constantFrom(...BROKEN),
  fc.string(),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
);

/** What a header can carry at all. */
export const headerText: fc.Arbitrary<string> = fc
  .string({ maxLength: 300 })
  .map((text) => text.replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/g, '').trim());

/** Words in the place of an id. */
export const strangeId: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '%00',
    '%ff',
    '..',
    '%2e%2e',
    '%2F',
    'ctr_',
    'ctr_%20',
    'undefined',
    'null',
    '-1',
    '%',
    'a'.repeat(3000),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text)),
  fc.constantFrom('ctr_', 'ms_', 'prq_', 'mcr_', 'chg_').map((prefix) => `${prefix}${'0'.repeat(64)}`),
);
