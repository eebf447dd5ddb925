import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { describe, it } from 'node:test';
import { retrieveContract } from '@handsel/protocol';
import { connect } from './call.ts';
import { ConnectionError } from './errors.ts';
import { caught } from './testing/caught.ts';
import { Keeper } from './testing/keeper.ts';

/** What was asked for of the part that is loaded late. */
const loaded: string[] = [];
let gone = false;

registerHooks({
  resolve(name, context, next) {
    if (name === 'ky' || name.endsWith('/http.ts')) loaded.push(name);
    // As a browser says it when a file is not there.
    if (gone && name.endsWith('/http.ts')) throw new TypeError(`Failed to fetch dynamically imported module: ${name}`);
    return next(name, context);
  },
});

const keeper = new Keeper();
let sent = 0;
const fetch = (request: Request) => {
  sent += 1;
  return keeper.fetch(request);
};
const call = connect({ backend: { fetch }, key: 'pk_test_1' });
const read = () => call(retrieveContract, { contractId: 'ctr_1' });

describe('ky', () => {
  it('is not loaded while a client is only made', () => {
    assert.equal(loaded.length, 0);
  });

  it('that cannot be loaded is a lost connection on which nothing was sent, and is loaded at the next call', async () => {
    gone = true;
    const error = await caught(read());
    assert.ok(error instanceof ConnectionError);
    assert.equal(error.code, 'NO_ANSWER');
    assert.equal(error.message, 'contracts.retrieve: a part of this client could not be loaded. Nothing was sent.');
    assert.equal(sent, 0);
    gone = false;
    assert.equal((await read()).id, 'ctr_1');
    assert.ok(loaded.includes('ky'));
  });
});
