import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Which package may be imported by whom. What is not here may not; a package may always import itself. */
const ROOMS = {
  'packages/protocol': [],
  'packages/core': ['protocol'],
  'packages/elements': ['protocol', 'core'],
  'packages/server': ['protocol'],
  'packages/sandbox': ['protocol', 'server'],
  'packages/desk': ['protocol', 'core', 'elements'],
  'packages/conformance': ['protocol', 'core'],
  stories: ['protocol', 'core', 'elements', 'sandbox'],
  '.storybook': ['protocol', 'core', 'elements', 'sandbox'],
  examples: ['protocol', 'core', 'elements', 'sandbox', 'server'],
};

/** What a test may bring in besides: the real other side. */
const IN_TESTS = ['protocol', 'core', 'server', 'sandbox', 'elements'];

/** The only places that say `node:`; everything else runs in a tab as well. */
const NODE =
  /^(packages\/(server\/src\/(node\.ts|node\/)|conformance\/)|examples\/|scripts\/|test\/|bench\/|stories\/.*\.test|\.storybook\/main)/;

const isTest = (file) => /\.test\.ts$|\/testing\//.test(file);

const roomOf = (file) => Object.keys(ROOMS).find((room) => file.startsWith(`${room}/`));

/** The stories and the frame they are shown in are two folders of one room. */
const SHOW = ['stories', '.storybook'];

/** Everything a module names after `from`, `import` or in `import(…)`. */
export function importsOf(code) {
  const text = code.replaceAll(/^\s*(\/\/|\/?\*).*$/gm, '');
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g);
  return [...new Set([...found].map(([, , name]) => name))];
}

function packageFault(file, room, name) {
  const [, wanted] = name.match(/^@handsel\/([^/]+)/) ?? [];
  if (!wanted || room === `packages/${wanted}`) return undefined;
  const allowed = isTest(file) ? [...ROOMS[room], ...IN_TESTS] : ROOMS[room];
  return allowed.includes(wanted) ? undefined : `may not import @handsel/${wanted}`;
}

function relativeFault(file, room, name, root) {
  const target = normalize(join(dirname(file), name)).replaceAll('\\', '/');
  if (!existsSync(join(root, target))) return `imports ${name}, which is not there`;
  const other = roomOf(target);
  // What a package keeps for tests is published to nobody, and every home of the store owes the same suite.
  const shared = /^(test\/lib|scripts)\/|\/testing\//.test(target);
  if (isTest(file) && shared) return undefined;
  const same = other === room || (SHOW.includes(other) && SHOW.includes(room));
  return same ? undefined : `reaches into ${other ?? target} by a path; import the package`;
}

/** What is wrong with the imports of one file, in words. `root` is where its path begins. */
export function importFaults(file, code, root) {
  const room = roomOf(file);
  const faults = importsOf(code).map((name) => {
    if (name.startsWith('node:'))
      return NODE.test(file) || isTest(file) ? undefined : `may not import ${name}: it runs in a tab as well`;
    if (!room) return undefined;
    if (name.startsWith('.')) return relativeFault(file, room, name, root);
    return packageFault(file, room, name);
  });
  return faults.filter(Boolean);
}
