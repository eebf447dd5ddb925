/** What `...connectionProperties` adds to an element: the analyzer does not look into a spread. */
const REACH = [
  { name: 'backend', fieldName: 'backend' },
  { name: 'key', fieldName: 'publishableKey' },
  { name: 'session', fieldName: 'session' },
];

const OF_LIT = new Set(['styles', 'properties', 'shadowRootOptions', 'formAssociated']);

const isPublic = ({ name, privacy }) =>
  !name.startsWith('#') && !OF_LIT.has(name) && !name.endsWith('Callback') && privacy !== 'private';

function withReach(declaration) {
  const fields = new Set(declaration.members.map(({ name }) => name));
  const known = new Set((declaration.attributes ?? []).map(({ fieldName }) => fieldName));
  const more = REACH.filter(({ fieldName }) => fields.has(fieldName) && !known.has(fieldName)).map((attribute) => {
    const { description, type } = declaration.members.find(({ name }) => name === attribute.fieldName);
    return {
      name: attribute.name,
      ...(type && { type }),
      ...(description && { description }),
      fieldName: attribute.fieldName,
    };
  });
  for (const { name, fieldName } of more)
    declaration.members.find((member) => member.name === fieldName).attribute = name;
  return [...(declaration.attributes ?? []), ...more];
}

function cleaned(declaration, states) {
  const attributes = withReach(declaration).filter(({ fieldName }) => !states.has(fieldName));
  const members = declaration.members.filter((member) => isPublic(member) && !states.has(member.name));
  const events = (declaration.events ?? []).filter(({ name }) => name?.startsWith('handsel-'));
  return { ...declaration, members, attributes, events };
}

/** Where a module is once it is published. */
const published = (path) => path.replace(/^(packages\/elements\/)?src\//, 'dist/').replace(/\.ts$/, '.js');

const definition = (tag, name, module) => ({
  kind: 'javascript-module',
  path: `dist/define/${tag.replace('handsel-', '')}.js`,
  declarations: [],
  exports: [{ kind: 'custom-element-definition', name: tag, declaration: { name, module } }],
});

function publicModule({ path, declarations }, states) {
  const module = published(path);
  const elements = declarations.filter(({ tagName }) => tagName).map((each) => cleaned(each, states));
  if (elements.length === 0) return [];
  const exports = elements.map(({ name }) => ({ kind: 'js', name, declaration: { name, module } }));
  return [
    { kind: 'javascript-module', path: module, declarations: elements, exports },
    ...elements.map(({ tagName, name }) => definition(tagName, name, module)),
  ];
}

/** The names under `static properties` that are marked `state: true`: the element's own business. */
function statesOf(ts, node) {
  const found = [];
  const visit = (each) => {
    if (ts.isPropertyAssignment(each) && /\bstate: true\b/.test(each.initializer.getText()))
      found.push(each.name.getText());
    ts.forEachChild(each, visit);
  };
  if (ts.isPropertyDeclaration(node) && node.name.getText() === 'properties') visit(node);
  return found;
}

/** Leaves in the manifest what a page may use: elements, their attributes, properties, events, slots, parts. */
export function publicOnly() {
  const states = new Set();
  return {
    name: 'public-only',
    analyzePhase({ ts, node }) {
      for (const name of statesOf(ts, node)) states.add(name);
    },
    packageLinkPhase({ customElementsManifest }) {
      const { modules } = customElementsManifest;
      customElementsManifest.modules = modules
        .flatMap((module) => publicModule(module, states))
        .sort((one, other) => (one.path < other.path ? -1 : 1));
    },
  };
}
