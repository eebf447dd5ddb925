import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run, runNode } from '../processes.mjs';

const published = (root) =>
  globSync('packages/*/package.json', { cwd: root }).filter(
    (file) => !JSON.parse(readFileSync(join(root, file), 'utf8')).private,
  );

/** What is wrong with one package as it would be published: its entry points, its types, its files. */
async function packageFaults(folder, aside) {
  const packed = await run('npm', ['pack', `./${folder}`, '--pack-destination', aside, '--json', '--loglevel=error'], {
    quiet: true,
  });
  if (packed.code !== 0) return [`${folder} could not be packed: ${packed.output.trim()}`];
  const [file] = globSync(`*-${folder.split('/').at(-1)}-*.tgz`, { cwd: aside });
  const tarball = join(aside, file);
  const lint = await runNode(['node_modules/publint/src/cli.js', tarball, '--strict'], { quiet: true });
  const types = await runNode(
    [
      'node_modules/@arethetypeswrong/cli/dist/index.js',
      tarball,
      '--profile',
      'esm-only',
      '--no-color',
      '--no-emoji',
      '--exclude-entrypoints',
      'custom-elements.json',
      'package.json',
    ],
    { quiet: true },
  );
  return [lint, types].filter(({ code }) => code !== 0).map(({ output }) => `${folder}\n${output.trim()}`);
}

/** Packs every package and looks at it as a stranger's tools would. */
export async function tarballFaults(root) {
  const aside = mkdtempSync(join(tmpdir(), 'handsel-packed-'));
  try {
    const faults = [];
    for (const file of published(root))
      faults.push(...(await packageFaults(dirname(file).replaceAll('\\', '/'), aside)));
    return faults;
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}
