import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { inspect } from 'node:util';
import { retrieveContract } from '@handsel/protocol';
import { connect, type ConnectOptions } from './call.ts';
import { ApiError, ConnectionError, HandselError } from './errors.ts';
import { caught } from './testing/caught.ts';
import { connected } from './testing/connected.ts';
import type { Fault } from './testing/faults.ts';
import { problemOf } from './testing/samples.ts';

const TOKEN = 'st_secret_token_that_nobody_may_see';

function arrange(faults: readonly Fault[], options: Partial<ConnectOptions>) {
  const connection = connected(faults, options);
  return { ...connection, said: () => connection.way.sent.map(({ headers }) => headers.get('authorization')) };
}

/** A session function that gives `t1`, `t2`, … after a moment, as a server does, and counts how often it was asked. */
function tokens() {
  const source = { asked: 0, session: () => setImmediate(`t${(source.asked += 1)}`) };
  return source;
}

const expired = (code = 'SESSION_EXPIRED') => problemOf(401, code);
describe('a session', () => {
  it('is asked for a token before each attempt', async () => {
    const { session } = tokens();
    const { ask, said, way } = arrange(['lost request', 'lost answer'], { session });
    await ask();
    assert.deepEqual(said(), ['Bearer t1', 'Bearer t2', 'Bearer t3']);
    assert.equal(new Set(way.keys).size, 1);
  });

  for (const code of ['SESSION_EXPIRED', 'UNAUTHENTICATED']) {
    it(`is renewed once, at once, when the backend says ${code}; the call goes on with its key`, async () => {
      const { session } = tokens();
      const { ask, said, way, keeper, time } = arrange([expired(code)], { session });
      assert.equal((await ask()).id, 'prq_1');
      assert.deepEqual(said(), ['Bearer t1', 'Bearer t2']);
      assert.equal(new Set(way.keys).size, 1);
      assert.equal(keeper.effects.length, 1);
      assert.deepEqual(time.waited, []);
    });
  }

  it('is over when the fresh token is refused, too', async () => {
    const { session } = tokens();
    const { ask, way } = arrange([expired(), expired(), expired()], { session });
    const error = await caught(ask());
    assert.equal(error instanceof ApiError && error.code, 'SESSION_EXPIRED');
    assert.equal(way.sent.length, 2);
  });

  it('does not use up an attempt by being renewed', async () => {
    const { session } = tokens();
    const { ask, way } = arrange([expired(), 'lost request', 'lost request'], { session });
    assert.equal((await ask()).id, 'prq_1');
    assert.equal(way.sent.length, 4);
  });

  it('is not asked again when it is a plain token', async () => {
    const { ask, way } = arrange([expired()], { session: TOKEN });
    const error = await caught(ask());
    assert.equal(error instanceof ApiError && error.code, 'SESSION_EXPIRED');
    assert.equal(way.sent.length, 1);
  });

  it('asks the page once for ten calls that begin together', async () => {
    const source = tokens();
    const { call, way, time, said } = arrange([], source);
    const calls = Array.from({ length: 10 }, () => call(retrieveContract, { contractId: 'ctr_1' }));
    await time.until(Promise.all(calls));
    assert.equal(source.asked, 1);
    assert.equal(way.sent.length, 10);
    assert.deepEqual(new Set(said()), new Set(['Bearer t1']));
  });

  it('asks the page twice when ten calls hear together that it is over', async () => {
    const source = tokens();
    const { call, way, time } = arrange(
      Array.from({ length: 10 }, () => expired()),
      source,
    );
    const calls = Array.from({ length: 10 }, () => call(retrieveContract, { contractId: 'ctr_1' }));
    await time.until(Promise.all(calls));
    assert.equal(source.asked, 2);
    assert.equal(way.sent.length, 20);
  });

  it('sends nothing when the page has no token', async () => {
    const session = () => Promise.reject(new Error('The token endpoint is down.'));
    const { read, way } = arrange([], { session });
    const error = await caught(read());
    assert.ok(error instanceof HandselError);
    assert.equal(error.code, 'SESSION_UNAVAILABLE');
    assert.match(error.message, /nothing was sent/);
    assert.equal(way.sent.length, 0);
    const empty = arrange([], { session: () => '' });
    assert.equal(await caught(empty.read()).then((e) => e instanceof HandselError && e.code), 'SESSION_UNAVAILABLE');
  });

  it('asks anew after the page had no token', async () => {
    let down = true;
    const session = () => {
      if (down) throw new Error('down');
      return 't1';
    };
    const { read } = arrange([], { session });
    await caught(read());
    down = false;
    assert.equal((await read()).id, 'ctr_1');
  });
});

describe('a credential', () => {
  afterEach(() => Reflect.deleteProperty(globalThis, 'document'));

  it('is left to the cookie of the backend’s own pages when there is neither key nor session', async () => {
    const { read, way } = arrange([], {});
    await read();
    assert.equal(way.sent[0]?.headers.get('authorization'), null);
    assert.equal(way.sent[0]?.credentials, 'same-origin');
  });

  it('is refused in a page when it is a secret key, with a sentence that says what to do', () => {
    Object.assign(globalThis, { document: {} });
    const key = 'sk_test_do_not_show';
    assert.throws(
      () => connect({ backend: 'https://api.example', key }),
      (error) => {
        assert.ok(error instanceof HandselError);
        assert.equal(error.code, 'MISUSE');
        assert.match(error.message, /mint a session on your server/);
        assert.ok(!error.message.includes(key));
        return true;
      },
    );
    connect({ backend: 'https://api.example', key: 'pk_test_1' });
  });

  it('may be a secret key on a server', () => {
    connect({ backend: 'https://api.example', key: 'sk_test_1' });
  });

  it('is in no address and in no error, however deep one looks', async () => {
    const faults: Fault[] = [expired(), problemOf(422, 'VALIDATION'), new Response('<html>'), new Response('{}')];
    faults.push('lost request', 'lost request', 'lost request', 'silence', 'silence', 'silence');
    const { ask, way } = arrange(faults, { session: TOKEN });
    const errors = [];
    for (let call = 0; call < 6; call += 1) errors.push(await caught(ask()));
    assert.ok(errors.at(-1) instanceof ConnectionError);
    assert.equal(way.sent.length, 10);
    for (const error of errors) assert.ok(!inspect(error, { depth: 10, showHidden: true }).includes(TOKEN));
    for (const { url, headers } of way.sent) {
      assert.ok(!url.includes(TOKEN));
      assert.equal(headers.get('authorization'), `Bearer ${TOKEN}`);
    }
  });

  it('that cannot stand in a header is never quoted', async () => {
    const { read } = arrange([], { session: `${TOKEN}\n${TOKEN}` });
    const error = await caught(read());
    assert.ok(error instanceof HandselError);
    assert.equal(error.code, 'MISUSE');
    assert.ok(!inspect(error, { depth: 10, showHidden: true }).includes(TOKEN));
  });
});
