// Reads what the sources of the protocol say about operations, schemas and fields, from their syntax alone.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * The comments on what is exported, by name; those on fields by `Contract.figures.paid` or `contracts.list.limit`.
 * @param {readonly string[]} files
 * @returns {{ operations: Record<string, string>, schemas: Record<string, string>, fields: Record<string, string> }}
 */
export function readDescriptions(files) {
  const found = { operations: {}, schemas: {}, fields: {} };
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    readFile(source, found);
  }
  return found;
}

function readFile(source, found) {
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  const named = new Set(declarations.filter(isSchema).map(nameOf));
  const values = new Map(declarations.map((node) => [nameOf(node), node.initializer]));
  // What has a name of its own in the document is described there, so a walk through fields ends at it.
  const inner = new Map(values);
  for (const name of named) {
    inner.delete(name);
    if (ts.isIdentifier(values.get(name))) inner.delete(values.get(name).text);
  }
  const types = source.statements.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));
  const comments = new Map([...declarations, ...types].map((node) => [nameOf(node), '']));
  for (const node of [...declarations, ...types]) {
    comments.set(nameOf(node), comments.get(nameOf(node)) || commentOf(node));
  }
  for (const node of declarations) {
    const name = nameOf(node);
    if (named.has(name)) {
      found.schemas[name] = comments.get(name);
      const { initializer: value } = node;
      walk(ts.isIdentifier(value) ? values.get(value.text) : value, name, inner, found.fields);
    }
    const spec = operationOf(node);
    if (!spec) continue;
    const operation = propertyOf(spec, 'name').text;
    found.operations[operation] = comments.get(name);
    const input = propertyOf(spec, 'input');
    if (input) walk(input, operation, inner, found.fields);
  }
}

/** Follows a schema through `z.nullable`, `z.array`, unions and private constants down to the fields of its objects. */
function walk(node, path, values, fields) {
  if (ts.isIdentifier(node)) {
    const value = values.get(node.text);
    if (value) walk(value, path, values, fields);
  } else if (ts.isCallExpression(node)) {
    if (ts.isPropertyAccessExpression(node.expression)) walk(node.expression.expression, path, values, fields);
    for (const argument of node.arguments) walk(argument, path, values, fields);
  } else if (ts.isArrayLiteralExpression(node)) {
    for (const element of node.elements) walk(element, path, values, fields);
  } else if (ts.isObjectLiteralExpression(node)) {
    for (const property of node.properties) walkProperty(property, path, values, fields);
  }
}

function walkProperty(property, path, values, fields) {
  if (ts.isSpreadAssignment(property)) return walk(property.expression, path, values, fields);
  const name = `${path}.${property.name.text}`;
  const comment = commentOf(property);
  if (comment) fields[name] ??= comment;
  walk(property.initializer ?? property.name, name, values, fields);
}

const nameOf = (node) => node.name.text;
const isSchema = (node) => node.type?.getText().startsWith('Schema<') ?? false;

function operationOf({ initializer }) {
  if (!initializer || !ts.isCallExpression(initializer)) return undefined;
  return initializer.expression.getText() === 'operation' ? initializer.arguments[0] : undefined;
}

function propertyOf(literal, name) {
  return literal.properties.find((property) => property.name?.text === name)?.initializer;
}

function commentOf(node) {
  const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = ts.getTextOfJSDocComment(comments.at(-1)?.comment) ?? '';
  return text.replace(/\s+/g, ' ').trim();
}
