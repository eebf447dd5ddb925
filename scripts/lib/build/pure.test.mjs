import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { markPure } from './pure.mjs';

const SCHEMAS = `import * as z from 'zod/mini';
const shared = { id: z.string() };
export const used = z.object({ ...shared, kept: z.string() });
export const other = z.object({ ...shared, dropped: z.string().check(z.maxLength(3)) });
export const answer = 42, later = () => z.string(), table = { of: used };
export const first = await Promise.resolve(1);
console.log('loaded');
`;

async function inEsbuild(code) {
  const stdin = { contents: `import { used } from 'schemas'; console.log(used);`, resolveDir: import.meta.dirname };
  const plugin = {
    name: 'schemas',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^schemas$/ }, () => ({ path: 'schemas', namespace: 'test' }));
      onLoad({ filter: /.*/, namespace: 'test' }, () => ({ contents: code, resolveDir: import.meta.dirname }));
    },
  };
  const { outputFiles } = await build({ stdin, plugins: [plugin], bundle: true, write: false, format: 'esm' });
  return outputFiles[0].text;
}

async function inRollup(code) {
  const modules = { entry: `import { used } from 'schemas'; console.log(used);`, schemas: code };
  const bundle = await rollup({
    input: 'entry',
    external: /zod/,
    plugins: [{ name: 'test', resolveId: (id) => (modules[id] ? id : null), load: (id) => modules[id] }],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return output[0].code;
}

describe('A module whose values are marked as pure', () => {
  it('loses in both bundlers what nobody uses, and keeps the rest', async () => {
    for (const bundle of [inEsbuild, inRollup]) {
      assert.match(await bundle(SCHEMAS), /dropped/, 'the marks do something');
      const code = await bundle(markPure(SCHEMAS));
      assert.doesNotMatch(code, /dropped/);
      assert.match(code, /kept/);
      assert.match(code, /loaded/);
    }
  });

  it('leaves alone what costs nothing, what waits, and what is marked already', () => {
    const once = markPure(SCHEMAS);
    assert.match(once, /answer = 42, later = \(\) => z\.string\(\), table = \{ of: used \};/);
    assert.match(once, /first = await/);
    assert.equal(markPure(once), once);
  });
});
