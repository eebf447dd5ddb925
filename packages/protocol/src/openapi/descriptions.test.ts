import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { OPERATION_NAMES } from '../operations/table.ts';
import { openApi } from '../openapi.ts';
import { type Document, toldOf } from '../testing/document.ts';
import { DESCRIPTIONS, firstSentence } from './descriptions.ts';

const script = fileURLToPath(new URL('../../../../scripts/descriptions.mjs', import.meta.url));

describe('the texts of the OpenAPI document', () => {
  it('are what the comments in the sources say today', async () => {
    const { stderr } = await promisify(execFile)(process.execPath, [script, '--check']);
    assert.equal(stderr, '');
  });

  it('tell every operation and every named schema', () => {
    assert.deepEqual(Object.keys(DESCRIPTIONS.operations), [...OPERATION_NAMES]);
    const { schemas } = (openApi() as Document).components;
    assert.deepEqual(Object.keys(DESCRIPTIONS.schemas).sort(), Object.keys(schemas).sort());
    for (const [name, { description }] of Object.entries(schemas)) assert.ok(description, name);
  });

  it('stand beside the fields they are about', () => {
    const document = openApi() as Document;
    const text = JSON.stringify(document);
    for (const [name, description] of Object.entries(DESCRIPTIONS.fields)) {
      assert.ok(text.includes(JSON.stringify(description)), `${name} is somewhere in the document`);
    }
    const { properties } = document.components.schemas['Figures'] as {
      properties: Record<string, { description?: string }>;
    };
    assert.equal(properties['unfunded']?.description, 'Not yet paid in.');
  });

  it('begin with a sentence that is a summary', () => {
    assert.equal(firstSentence('Signs out.'), 'Signs out');
    assert.equal(firstSentence('Declines. It cannot be undone. Ever.'), 'Declines');
    assert.equal(firstSentence('Sends 1.5 pages'), 'Sends 1.5 pages');
  });

  it('can be others, and leave out what they do not tell', () => {
    const own = {
      operations: { 'contracts.send': 'Schickt. Per Mail.' },
      schemas: { Money: 'Geld.' },
      fields: { 'Money.currency': 'Währung.' },
    };
    const document = openApi({ descriptions: own }) as Document;
    const summary = (name: string) => toldOf(document).find(({ operationId }) => operationId === name)?.summary;
    assert.deepEqual([summary('contracts.send'), summary('contracts.fund')], ['Schickt', 'contracts.fund']);
    assert.equal(document.components.schemas['Money']?.['description'], 'Geld.');
    assert.match(JSON.stringify(document.components.schemas['Money']), /Währung/);
    assert.equal(document.components.schemas['Contract']?.['description'], undefined);
  });
});
