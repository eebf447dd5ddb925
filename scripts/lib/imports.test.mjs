import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importFaults, importsOf } from './imports.mjs';
import { root } from './runtime.mjs';

const faults = (file, code) => importFaults(file, code, root).join();

describe('The arrows between the rooms', () => {
  it('are read from every way to import, and not from comments', () => {
    const code = `import a from 'a';\nimport 'b';\nexport * from "c";\nconst d = await import('d');\nimport {\n  e,\n} from 'e';\n// import f from 'f'\n * from 'g'`;
    assert.deepEqual(importsOf(code), ['a', 'b', 'c', 'd', 'e']);
  });

  it('point one way', () => {
    assert.equal(faults('packages/core/src/index.ts', `import '@handsel/protocol';`), '');
    assert.match(faults('packages/protocol/src/index.ts', `import '@handsel/core';`), /may not import @handsel\/core/);
    assert.match(
      faults('packages/elements/src/index.ts', `import '@handsel/server';`),
      /may not import @handsel\/server/,
    );
    assert.match(faults('packages/server/src/app.ts', `import '@handsel/core/call';`), /may not import @handsel\/core/);
    assert.equal(faults('packages/elements/src/x.browser.test.ts', `import '@handsel/sandbox';`), '');
  });

  it('keep Node out of what runs in a tab', () => {
    assert.match(faults('packages/server/src/app.ts', `import 'node:fs';`), /may not import node:fs/);
    assert.equal(faults('packages/server/src/node/listen.ts', `import 'node:fs';`), '');
    assert.equal(faults('packages/server/src/node.ts', `import 'node:fs';`), '');
  });

  it('do not go around a package by a path, nor to nowhere', () => {
    assert.match(
      faults('packages/core/src/index.ts', `import '../../protocol/src/index.ts';`),
      /reaches into packages\/protocol/,
    );
    assert.match(faults('packages/core/src/index.ts', `import './nowhere.ts';`), /not there/);
  });
});
