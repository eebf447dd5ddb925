import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createDatabase, startPostgres } from '../../../../scripts/postgres.mjs';
import { postgresHome } from '../node/postgres.ts';
import { nodeHandle } from '../node/sqlite.ts';
import type { Home } from '../store/home.ts';
import { sqliteDialect, type SqliteHandle } from '../store/sqlite.ts';
import { type TestApp, testApp, type TestAppOptions } from '../testing/app.ts';
import { asking } from '../testing/ask.ts';
import { both, DRAFT, mailedCodes, sendOffer } from '../testing/offer.ts';

const EMAIL = 'robin@vale.example';

async function started(t: TestContext, options: TestAppOptions = {}) {
  const app = await testApp(options);
  t.after(() => app.close());
  const nobody = asking(app);
  const send = async (email = EMAIL) => {
    const { status } = await nobody('sessions.requestCode', { email });
    assert.equal(status, 202);
    return (await mailedCodes(app)).at(-1) ?? '';
  };
  return { app, send, signIn: (code: string, email = EMAIL) => nobody('sessions.create', { email, code }) };
}

const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000');

describe('A six-digit code', () => {
  it('signs in once', async (t) => {
    const { send, signIn } = await started(t);
    const code = await send();
    const first = await signIn(code);
    assert.equal(first.status, 201);
    assert.equal(first.body.role, 'freelancer');
    assert.equal((await signIn(code)).code, 'CODE_INVALID');
  });

  it('says how many tries are left, and is locked after the fifth wrong one, even for who then knows it', async (t) => {
    const { send, signIn } = await started(t);
    const code = await send();
    const outcomes = [];
    for (let n = 0; n < 5; n++) outcomes.push(await signIn(wrongFor(code)));
    assert.deepEqual(
      outcomes.map((outcome) => outcome.problem?.remaining ?? outcome.code),
      [4, 3, 2, 1, 'CODE_LOCKED'],
    );
    assert.equal((await signIn(code)).code, 'CODE_LOCKED');
  });

  it('works until its fifteen minutes are over, and not at the moment they are', async (t) => {
    const { app, send, signIn } = await started(t);
    const early = await send();
    await app.advance(0.25 - 1 / 3600);
    assert.equal((await signIn(early)).status, 201);
    const late = await send();
    await app.advance(0.25);
    assert.equal((await signIn(late)).code, 'CODE_INVALID');
  });

  it('counts only while it is the newest', async (t) => {
    const { app, send, signIn } = await started(t);
    const old = await send();
    await app.advance(0.01);
    const newest = await send();
    assert.equal((await signIn(old)).status, old === newest ? 201 : 422);
    assert.equal((await signIn(newest)).status, old === newest ? 422 : 201);
  });

  it('is of no use for another address', async (t) => {
    const { app, send, signIn } = await started(t);
    await sendOffer(await both(app));
    const code = await send();
    assert.equal((await signIn(code, 'kim@arden.example')).code, 'CODE_INVALID');
  });

  it('takes an address however its letters are cased', async (t) => {
    const { send, signIn } = await started(t);
    const code = await send('Robin@Vale.EXAMPLE');
    assert.equal((await signIn(code, 'ROBIN@vale.example')).status, 201);
  });

  it('is mailed five times an hour to one address, and no more', async (t) => {
    const { app, send } = await started(t);
    for (let n = 0; n < 5; n++) await send();
    const sixth = await asking(app)('sessions.requestCode', { email: EMAIL.toUpperCase() });
    assert.equal(sixth.code, 'RATE_LIMITED');
    const wait = Number(sixth.headers.get('retry-after'));
    assert.ok(wait > 0 && wait <= 3600);
    await app.advance(wait / 3600);
    assert.match(await send(), /^\d{6}$/);
  });
});

describe('An address that nobody has', () => {
  it('gets the same answer, leaves the same rows, and no mail', async (t) => {
    const { app } = await started(t);
    const known = await traces(app, EMAIL);
    const unknown = await traces(app, 'nobody@nowhere.example');
    assert.deepEqual(unknown, { ...known, mails: 0 });
    assert.equal(known.mails, 1);
  });

  it('is told no more when a code is tried', async (t) => {
    const { send, signIn } = await started(t);
    const code = wrongFor(await send());
    await send('nobody@nowhere.example');
    const [known, unknown] = [await signIn(code), await signIn(code, 'nobody@nowhere.example')];
    const shown = ({ status, problem }: typeof known) => ({ status, problem: { ...problem, instance: '' } });
    assert.deepEqual(shown(unknown), shown(known));
  });

  it('cannot be told apart by the time the answer takes: it costs the same work, but for putting a mail by', async (t) => {
    const { home, work } = watchedHome(t);
    const left: string[] = [];
    const { app } = await started(t, { home, mail: ({ to }) => Promise.resolve(void left.push(to)) });
    await sendOffer(await both(app), { ...DRAFT, client: { email: 'ada@yew.example', name: 'Ada Yew' } });
    const workFor = async (email: string) => {
      work.length = 0;
      assert.equal((await asking(app)('sessions.requestCode', { email })).status, 202);
      return [...work];
    };
    const unknown = await workFor('nobody@nowhere.example');
    assert.ok(unknown.includes('hash') && unknown.some((done) => done.startsWith('insert into "email_codes"')));
    // One who has an account, and one who was only sent an offer.
    for (const email of [EMAIL, 'ada@yew.example']) {
      const known = await workFor(email);
      const rest = known.filter((done) => !done.startsWith('insert into "mails"'));
      assert.deepEqual(rest, unknown, email);
      assert.equal(known.length, rest.length + 1);
    }
    assert.deepEqual(left, [], 'No answer waits for a mail server.');
  });
});

describe('A code over PostgreSQL', () => {
  it('has five tries when fifty are made at once', async (t) => {
    const { send, signIn } = await onPostgres(t);
    const code = await send();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => signIn(wrongFor(code))));
    const counts = { CODE_INVALID: 0, CODE_LOCKED: 0 };
    for (const outcome of outcomes) counts[outcome.code as keyof typeof counts] += 1;
    assert.deepEqual(counts, { CODE_INVALID: 4, CODE_LOCKED: 46 });
    assert.equal((await signIn(code)).code, 'CODE_LOCKED');
  });

  it('signs in once when it is right ten times at once', async (t) => {
    const { send, signIn } = await onPostgres(t);
    const code = await send();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => signIn(code)));
    assert.equal(outcomes.filter(({ status }) => status === 201).length, 1);
  });
});

async function onPostgres(t: TestContext) {
  const server = await startPostgres();
  const { url, drop } = await createDatabase(server.url);
  const app = await started(t, { home: postgresHome(url) });
  t.after(async () => {
    await drop();
    await server.stop();
  });
  let from = 0;
  const { backend } = app.app;
  // Each from another place: what is tried here is the code's own lock, not the limit by address.
  const signIn = (code: string) =>
    asking({ backend }, { 'x-handsel-address': `192.0.2.${++from}` })('sessions.create', { email: EMAIL, code });
  return { ...app, signIn };
}

/** What a request for a code leaves behind, but for the code itself. */
async function traces(app: TestApp, email: string) {
  const { status, headers, body } = await asking(app)('sessions.requestCode', { email });
  return app.store.read(async ({ db }) => {
    const codes = await db.selectFrom('email_codes').selectAll().where('subject', '=', email).execute();
    const windows = await db.selectFrom('rate_windows').selectAll().execute();
    return {
      answer: { status, names: [...headers.keys()], body },
      codes: codes.map((row) => ({ ...row, id: '', subject: '', code_hash: row.code_hash.length })),
      windows: windows.filter(({ key }) => key.endsWith(email)).map((row) => ({ ...row, key: '' })),
      mails: (await db.selectFrom('mails').select('id').where('to_email', '=', email).execute()).length,
    };
  });
}

/** A store in memory, and all that is done for an answer and takes time: what the store runs, and every hash. */
function watchedHome(t: TestContext) {
  const work: string[] = [];
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  t.mock.method(crypto.subtle, 'digest', (...of: Parameters<typeof digest>) => {
    work.push('hash');
    return digest(...of);
  });
  const watched = (handle: SqliteHandle): SqliteHandle => ({
    ...handle,
    prepare: (text) => {
      const statement = handle.prepare(text);
      return {
        ...statement,
        all: (parameters) => (work.push(text), statement.all(parameters)),
        run: (parameters) => (work.push(text), statement.run(parameters)),
      };
    },
    exec: (text) => {
      work.push(text);
      handle.exec(text);
    },
  });
  const home: Home = { engine: 'sqlite', dialect: sqliteDialect(() => watched(nodeHandle(':memory:'))) };
  return { home, work };
}
