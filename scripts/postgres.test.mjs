import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createDatabase, startPostgres } from './postgres.mjs';

describe('A database that is dropped', () => {
  let server;
  before(async () => {
    server = await startPostgres();
  });
  after(() => server.stop());

  const connected = async (connectionString) => {
    const client = new pg.Client({ connectionString });
    const complaints = [];
    client.on('error', ({ message }) => complaints.push(message));
    const gone = new Promise((resolve) => client.once('end', resolve));
    await client.connect();
    return { client, complaints, gone };
  };

  /** Settles when the database is being dropped, or a session has ended of it. */
  const dropBegins = async ({ url, session }) => {
    const { client } = await connected(server.url);
    const begun = `select 1 from pg_stat_activity where state = 'active' and query like $1`;
    const like = [`drop database%${new URL(url).pathname.slice(1)}%`];
    let over = false;
    void session.gone.then(() => (over = true));
    while (!over && (await client.query(begun, like)).rows.length === 0);
    await client.end();
  };

  it('waits for who is about to leave', async () => {
    const { url, drop } = await createDatabase(server.url);
    const session = await connected(url);
    const dropped = drop();
    await dropBegins({ url, session });
    await session.client.end();
    await dropped;
    assert.deepEqual(session.complaints, []);
    await assert.rejects(connected(url), /does not exist/);
  });
});
