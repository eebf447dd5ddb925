import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson, sha256 } from './canonical.ts';

describe('the one way to write a value', () => {
  it('does not depend on the order of keys, and leaves out what is undefined', () => {
    assert.equal(canonicalJson({ b: 1, a: [{ d: null, c: 'é' }] }), '{"a":[{"c":"é","d":null}],"b":1}');
    assert.equal(canonicalJson({ a: undefined, b: [undefined] }), '{"b":[null]}');
  });

  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), (value) => {
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('gives the hash that everybody else computes', async () => {
    assert.equal(await sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
