import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { unindent } from './unindent.mjs';

describe('A style sheet in what is published', () => {
  it('has no indentation, but as many lines as it was written with', () => {
    const code = 'const a = css `\n  :host {\n    color: red;\n  }\n`;\n  const b = html`\n  <p>`;\n';
    assert.equal(unindent(code), 'const a = css `\n:host {\ncolor: red;\n}\n`;\n  const b = html`\n  <p>`;\n');
  });
});
