import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { build } from 'esbuild';
import { rollup } from 'rollup';
import { root } from '../runtime.mjs';

/** Each answers the files of a bundle: the entry first, with its code, what it imports at once, and what it loads later. */
export const BUNDLERS = { rollup: inRollup, esbuild: inEsbuild };

const ENTRY = 'virtual-entry.js';

async function inRollup(code) {
  const bundle = await rollup({
    input: ENTRY,
    plugins: [
      {
        name: 'virtual-entry',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) => (id === ENTRY ? { code, moduleSideEffects: true } : null),
      },
      nodeResolve({ browser: true, rootDir: root, exportConditions: ['production'] }),
      terser({ module: true, ecma: 2022, compress: { passes: 2 }, format: { comments: false } }),
    ],
    onwarn() {},
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const chunks = output.filter(({ type }) => type === 'chunk');
  return chunks.map((chunk) => ({
    name: chunk.fileName,
    code: chunk.code,
    imports: chunk.imports,
    sources: chunk.moduleIds,
  }));
}

async function inEsbuild(code) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: root, sourcefile: ENTRY },
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['production'],
    legalComments: 'none',
    write: false,
    metafile: true,
    outdir: root,
  });
  const chunks = outputFiles.map(({ path, text }) => {
    const name = path.slice(root.length + 1);
    const { imports, inputs, entryPoint } = metafile.outputs[name];
    const atOnce = imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
    return {
      name,
      code: text,
      entry: entryPoint === ENTRY || entryPoint === '<stdin>',
      imports: atOnce.map(({ path: to }) => to),
      sources: Object.keys(inputs),
    };
  });
  return chunks.sort((one, other) => Number(other.entry) - Number(one.entry));
}
