// Writes the texts of the OpenAPI document from the comments in the protocol's sources.
// With --check it writes nothing and fails when a text is not what the sources say.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readDescriptions } from './lib/jsdoc.mjs';
import { root } from './lib/runtime.mjs';

const sources = `${root}/packages/protocol/src`;
const target = `${sources}/openapi/descriptions`;
const check = process.argv.includes('--check');

const files = globSync(['{resources,operations,money}/*.ts', '*.ts'], { cwd: sources })
  .filter((file) => !file.endsWith('.test.ts'))
  .sort();
const found = readDescriptions(files.map((file) => `${sources}/${file}`));

const texts = {
  operations: ['OPERATION_TEXTS', 'What each operation does, by its name.', found.operations],
  schemas: ['SCHEMA_TEXTS', 'What each named schema is, by its name.', found.schemas],
  fields: ['FIELD_TEXTS', 'What each field means, by the name of its schema or operation and its own.', found.fields],
};

let stale = false;
for (const [file, [name, comment, entries]] of Object.entries(texts)) {
  const path = `${target}/${file}.ts`;
  const sorted = Object.fromEntries(Object.entries(entries).sort(([left], [right]) => (left < right ? -1 : 1)));
  const source = [
    '// Written by scripts/descriptions.mjs from the comments in the sources: change those, then run it.',
    `/** ${comment} */`,
    `export const ${name}: Readonly<Record<string, string>> = ${JSON.stringify(sorted)};`,
  ].join('\n');
  const text = await format(source, { ...(await resolveConfig(path)), parser: 'typescript' });
  if (!check) writeFileSync(path, text);
  else if (text !== readOrNothing(path)) {
    stale = true;
    console.error(`${path} is not what the comments say. Run: node scripts/run.mjs scripts/descriptions.mjs`);
  }
}
process.exitCode = stale ? 1 : 0;

function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
