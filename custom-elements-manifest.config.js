import { publicOnly } from './scripts/lib/build/manifest-plugin.mjs';

export default {
  globs: ['packages/elements/src/**/*.ts'],
  exclude: ['**/*.test.ts', '**/testing/**'],
  outdir: 'packages/elements',
  litelement: true,
  packagejson: false,
  plugins: [publicOnly()],
};
