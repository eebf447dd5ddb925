import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const silent = (entries = []) => entries.filter(({ description }) => !description?.trim()).map(({ name }) => name);

function elementFaults(element) {
  const { tagName, description, summary, attributes, members, events, slots, cssParts } = element;
  const groups = { attribute: attributes, member: members, event: events, slot: slots, part: cssParts };
  const missing = Object.entries(groups).flatMap(([kind, entries]) =>
    silent(entries).map((name) => `<${tagName}> does not say what its ${kind} "${name}" is`),
  );
  return [...(description && summary ? [] : [`<${tagName}> does not say what it is`]), ...missing];
}

/** Every element that can be registered is in the manifest, and everything in it is described. */
export function manifestFaults(root) {
  const { modules } = JSON.parse(readFileSync(join(root, 'packages/elements/custom-elements.json'), 'utf8'));
  const elements = modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
  const described = new Set(elements.map(({ tagName }) => tagName));
  const wanted = globSync('packages/elements/src/define/*.ts', { cwd: root }).map(
    (file) => `handsel-${basename(file, '.ts')}`,
  );
  const absent = wanted.filter((tag) => !described.has(tag)).map((tag) => `<${tag}> is not in the manifest`);
  return [...absent, ...elements.flatMap(elementFaults)];
}

/** Each element's entry points, and its loader in the script for pages that build nothing. */
export function entryFaults(root) {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages/elements/package.json'), 'utf8'));
  const cdn = readFileSync(join(root, 'packages/elements/src/cdn.ts'), 'utf8');
  const all = readFileSync(join(root, 'packages/elements/src/define.ts'), 'utf8');
  return globSync('packages/elements/src/define/*.ts', { cwd: root })
    .map((file) => basename(file, '.ts'))
    .flatMap((name) => [
      ...[`./${name}.js`, `./define/${name}.js`]
        .filter((entry) => !exports[entry])
        .map((entry) => `@handsel/elements does not export ${entry}`),
      ...(cdn.includes(`./define/${name}.ts`) ? [] : [`cdn.ts does not load ${name}`]),
      ...(all.includes(`./define/${name}.ts`) ? [] : [`define.ts does not register ${name}`]),
    ]);
}
