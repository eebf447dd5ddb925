import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a page's samples take for granted: the reader's own functions, and what the words around them have said. */
const GIVEN: Readonly<Record<string, string>> = {
  'README.md': `
    declare function freshToken(): Promise<string>;
    declare function render(snapshot: import('@handsel/core').ContractSnapshot): void;`,
  'docs/backend.md': `
    interface Account { id: string }
    declare const handlers: import('@handsel/protocol/backend').Handlers<Account>;
    declare const myContracts: {
      find(id: string, account: Account | undefined): Promise<import('@handsel/core').Contract | undefined>;
    };
    declare function whoIs(token: string | null): Promise<import('@handsel/protocol/backend').Caller<Account>>;`,
  'docs/credentials.md': `
    declare const handsel: import('@handsel/core').Client;`,
  'packages/elements/README.md': `
    declare const backend: string;
    declare function freshToken(): Promise<string>;`,
  'packages/sandbox/README.md': `/// <reference types="vite/client" />
    declare function it(title: string, test: () => Promise<void>): void;
    declare function expect(value: unknown): { to: { equal(value: unknown): void } };`,
  'stories/README.md': `
    import { scene } from './stage/scene.ts';`,
};

const IMPORT = /^import .*;$/gm;

/** A page's samples in one file, each inside the one before: it sees all that was said, and may use a name anew. */
function samplesOf(page: string): string | undefined {
  const text = readFileSync(ROOT + page, 'utf8');
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) => code);
  if (blocks.length === 0) return undefined;
  const imports = new Set(blocks.join('\n').match(IMPORT));
  const bodies = blocks.map((code) => code.replace(IMPORT, '').replaceAll(/^export const/gm, 'const'));
  return [GIVEN[page] ?? '', ...imports, 'export {};', bodies.join('{\n'), '}'.repeat(blocks.length - 1)].join('\n');
}

/** The files of all samples, each beside its page, only in memory. */
function sampleFiles(): Map<string, string> {
  const exclude = (path: string): boolean => path.includes('node_modules');
  const pages = globSync('{*.md,{docs,examples,packages,stories}/**/*.md}', { cwd: ROOT, exclude });
  return new Map(
    pages.flatMap((page) => {
      const samples = samplesOf(page);
      return samples === undefined ? [] : [[`${ROOT}${page.replace(/\.md$/, '.samples.ts')}`, samples]];
    }),
  );
}

function optionsOf(): ts.CompilerOptions {
  const config = ts.readConfigFile(`${ROOT}tsconfig.base.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, ROOT);
  const tools = { composite: false, declaration: false, declarationMap: false, noEmit: true, types: ['node'] };
  return { ...options, ...tools, noUnusedLocals: false, allowImportingTsExtensions: true };
}

/** What the compiler says about samples, with the line it means. */
function complaints(files: Map<string, string>): string[] {
  const options = optionsOf();
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined ? getSourceFile(name, ...rest) : ts.createSourceFile(name, text, ts.ScriptTarget.ES2023);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([name, text]) => {
    const file = program.getSourceFile(name);
    assert.ok(file);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(({ messageText, start = 0 }) => {
      const line = text.split('\n')[text.slice(0, start).split('\n').length - 1]?.trim();
      return `${name.slice(ROOT.length)}: ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
}

describe('The samples of the guides', () => {
  const files = sampleFiles();

  it('are found on every page that has some', () => {
    for (const page of Object.keys(GIVEN)) assert.ok(files.has(`${ROOT}${page.replace(/\.md$/, '.samples.ts')}`), page);
    assert.ok(files.has(`${ROOT}packages/core/README.samples.ts`));
  });

  it('compile', () => {
    assert.deepEqual(complaints(files), []);
  });
});
