import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation } from '../operation.ts';
import { idsOf, PATH_IDS } from '../path-ids.ts';
import * as declared from './index.ts';
import { OPERATION_NAMES, OPERATIONS } from './table.ts';

const all = Object.values<Operation>(OPERATIONS);

describe('the table of operations', () => {
  it('holds each declared one once, under its name', () => {
    assert.equal(OPERATION_NAMES.length, Object.keys(declared).length);
    assert.equal(new Set(OPERATION_NAMES).size, OPERATION_NAMES.length);
    for (const name of OPERATION_NAMES) assert.equal(OPERATIONS[name].name, name);
    assert.deepEqual([...OPERATION_NAMES], [...OPERATION_NAMES].sort());
  });

  it('gives each an address and a method of its own', () => {
    const places = all.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':id')}`);
    assert.equal(new Set(places).size, places.length);
    for (const { path } of all) assert.match(path, /^\/v1(?:\/(?::[a-zA-Z]+|[a-z-]+))+$/);
  });

  it('knows the shape of every id in an address', () => {
    for (const { path } of all) for (const id of idsOf(path)) assert.ok(id in PATH_IDS, id);
  });

  it('lets reads change nothing and answer something', () => {
    for (const { method, money, ifMatch, output, name } of all.filter((operation) => operation.method === 'GET')) {
      assert.deepEqual([method, money, ifMatch, output !== undefined], ['GET', undefined, undefined, true], name);
    }
  });

  it('answers something everywhere, or says that it answers nothing', () => {
    for (const { kind, output, status, name } of all) {
      assert.equal(output === undefined, kind === 'nothing', name);
      assert.equal(status === 204, kind === 'nothing', name);
    }
  });

  it('knows what moves money or binds somebody to pay', () => {
    const moving = all.filter(({ money }) => money).map(({ name }) => name);
    assert.deepEqual(moving.sort(), [
      'contracts.accept',
      'contracts.endByClient',
      'contracts.endByFreelancer',
      'contracts.fund',
      'escrowRefunds.approve',
      'milestoneChanges.accept',
      'milestones.approve',
    ]);
  });

  it('asks for consent wherever money moves, but for the signature, which moves none', () => {
    for (const { name, errors } of all.filter(({ money }) => money)) {
      assert.equal(
        errors.includes('CONSENT_REQUIRED') && errors.includes('CONSENT_STALE'),
        name !== 'contracts.accept',
        name,
      );
    }
  });
});
