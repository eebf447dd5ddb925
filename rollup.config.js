import { readFile } from 'node:fs/promises';
import { defaultMinifyOptions } from '@literals/html-css-minifier';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { transform } from 'esbuild';

/** Feeds the compiler's own source maps to rollup, so that a bundle leads back to the TypeScript it came from. */
const compilerMaps = {
  name: 'compiler-maps',
  async load(id) {
    if (!/[\\/]packages[\\/][^\\/]+[\\/]dist[\\/].*\.js$/.test(id)) return null;
    const [code, map] = await Promise.all([readFile(id, 'utf8'), readFile(`${id}.map`, 'utf8').catch(() => null)]);
    return { code: code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'), map: map && JSON.parse(map) };
  },
};

/** Measured against terser with two passes: one hundredth larger, eleven seconds sooner. */
const minify = {
  name: 'minify',
  async renderChunk(code) {
    const options = { minify: true, target: 'es2022', format: 'esm', legalComments: 'none', sourcemap: 'external' };
    const { code: small, map } = await transform(code, options);
    return { code: small, map };
  },
};

/** A space between two words is a word's end, and an empty attribute says something: both stay. */
const minifyOptions = { ...defaultMinifyOptions, conservativeCollapse: true, removeEmptyAttributes: false };

const bundle = (input, dir) => ({
  input,
  // Shared code stays in the entry: a facade of its own would cost every page one more request.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    compilerMaps,
    nodeResolve({ browser: true, exportConditions: ['production'] }),
    literalsHtmlCssMinifier({ include: ['packages/*/dist/**/*.js'], options: { minifyOptions } }),
    minify,
  ],
  onwarn(warning, next) {
    const ofZod = warning.id?.includes('/zod/') || warning.ids?.some((id) => id.includes('/zod/'));
    if (ofZod && (warning.code === 'INVALID_ANNOTATION' || warning.code === 'CIRCULAR_DEPENDENCY')) return;
    next(warning);
  },
  output: {
    dir,
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    // Each file is a request: the small ones join those they are always loaded with.
    experimentalMinChunkSize: 4_000,
  },
});

/** Elements that pages often carry alone: the first paint then needs one file. */
const ALONE = ['contract-form', 'request-payment', 'launcher'];

export default [
  bundle({ handsel: 'packages/elements/dist/cdn.js' }, 'packages/elements/cdn'),
  ...ALONE.map((name) => bundle({ [name]: `packages/elements/dist/define/${name}.js` }, 'packages/elements/cdn')),
  bundle({ desk: 'packages/desk/dist/index.js' }, 'packages/desk/bundle'),
];
