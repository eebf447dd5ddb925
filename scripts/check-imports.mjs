// Says which file imports what it may not: the arrows between the rooms point one way.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFaults } from './lib/imports.mjs';
import { root } from './lib/runtime.mjs';

const files = globSync(['packages/*/src/**/*.ts', 'stories/**/*.ts', '.storybook/*.ts', 'examples/**/*.{ts,js}'], {
  cwd: root,
  exclude: (path) => path.includes('node_modules'),
});

const lines = files.flatMap((file) => {
  const path = file.replaceAll('\\', '/');
  return importFaults(path, readFileSync(join(root, file), 'utf8'), root).map((fault) => `${path} ${fault}`);
});

console.log(lines.length > 0 ? lines.join('\n') : `${files.length} files import only what they may.`);
process.exit(lines.length > 0 ? 1 : 0);
