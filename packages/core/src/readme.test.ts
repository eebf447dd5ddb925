import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const README = fileURLToPath(new URL('../README.md', import.meta.url));
const SAMPLES = fileURLToPath(new URL('readme-samples.ts', import.meta.url));

/** All samples of the README, one after the other, as a reader would paste them into one file. */
function samples(): string {
  const blocks = [...readFileSync(README, 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
  assert.ok(blocks.length >= 7);
  return blocks.join('\n');
}

/** What the compiler says about a file that is only in memory. */
function complaints(text: string): string[] {
  const config = fileURLToPath(new URL('../tsconfig.json', import.meta.url));
  const parsed = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic() {} },
  );
  const options = {
    ...parsed?.options,
    composite: false,
    noEmit: true,
    noUnusedLocals: false,
    allowImportingTsExtensions: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === SAMPLES || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    name === SAMPLES ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023) : getSourceFile(name, ...rest);
  const program = ts.createProgram([SAMPLES], options, host);
  const file = program.getSourceFile(SAMPLES);
  assert.ok(file);
  const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return found.map(({ messageText, start = 0 }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${text.split('\n')[line - 1]?.trim()}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}

describe('the README', () => {
  it('has only samples that compile', () => {
    assert.deepEqual(complaints(samples()), []);
  });
});
