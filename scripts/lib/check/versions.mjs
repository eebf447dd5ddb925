import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

const exact = (version) => /^(npm:(@[^/]+\/)?[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);

function asked(root) {
  const files = ['package.json', ...globSync('packages/*/package.json', { cwd: root })];
  return files.flatMap((file) => {
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return GROUPS.flatMap((group) =>
      Object.entries(manifest[group] ?? {}).map(([name, version]) => ({ file, name, version })),
    );
  });
}

/** Every version is exact, and every package is asked for in one version alone. */
export function versionFaults(root) {
  const all = asked(root);
  const loose = all
    .filter(({ version }) => !exact(version))
    .map(({ file, name, version }) => `${file}: ${name} ${version} is not exact`);
  const byName = Map.groupBy(all, ({ name }) => name);
  const several = [...byName]
    .map(([name, entries]) => [name, [...new Set(entries.map(({ version }) => version))]])
    .filter(([, versions]) => versions.length > 1)
    .map(([name, versions]) => `${name} is asked for as ${versions.join(' and ')}`);
  return [...loose, ...several];
}
