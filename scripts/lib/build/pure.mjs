import { readFile, writeFile } from 'node:fs/promises';
import ts from 'typescript';

const MARK = '/* @__PURE__ */ ';
const PREFIX = `${MARK}(() => (`;
const SUFFIX = '))()';

const COSTLY = new Set([
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.TaggedTemplateExpression,
  ts.SyntaxKind.SpreadAssignment,
  ts.SyntaxKind.SpreadElement,
]);

/** Whether running it may do something, as far as a bundler can tell; what stands inside a function does not run. */
function mayAct(node) {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return false;
  return COSTLY.has(node.kind) || (ts.forEachChild(node, mayAct) ?? false);
}

function waits(node) {
  return ts.isAwaitExpression(node) || (!ts.isFunctionLike(node) && (ts.forEachChild(node, waits) ?? false));
}

function initialisers(code) {
  const file = ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS);
  return file.statements
    .filter((statement) => ts.isVariableStatement(statement) && statement.declarationList.flags & ts.NodeFlags.Const)
    .flatMap((statement) => [...statement.declarationList.declarations])
    .filter(({ name, initializer }) => initializer && ts.isIdentifier(name))
    .filter(({ initializer }) => mayAct(initializer) && !waits(initializer))
    .map(({ initializer }) => ({ start: initializer.getStart(file), end: initializer.end }));
}

/**
 * Wraps what a module computes when it is loaded, so that every bundler sees that it may be left out when nobody uses it.
 * esbuild leaves out a call marked as pure, but not one with a spread in it, nor one on the answer of another.
 */
export function markPure(code) {
  // What begins an initialiser is its code: the mark before it is a comment.
  const done = (text, start) => text.startsWith(PREFIX, start - MARK.length);
  return initialisers(code)
    .filter(({ start }) => !done(code, start))
    .toReversed()
    .reduce(
      (text, { start, end }) => text.slice(0, start) + PREFIX + text.slice(start, end) + SUFFIX + text.slice(end),
      code,
    );
}

/** Does so with a file that tsc has just written. */
export async function markPureIn(path) {
  const code = await readFile(path, 'utf8');
  const marked = markPure(code);
  if (marked !== code) await writeFile(path, marked);
}
