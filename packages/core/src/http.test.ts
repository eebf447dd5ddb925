import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, describe, it, mock } from 'node:test';
import { createClient } from './client.ts';
import type { ContractSnapshot } from './contract-feed.ts';
import type { ContractStore } from './contract-store.ts';
import { ConnectionError, isHandselError } from './errors.ts';
import { Keeper } from './testing/keeper.ts';

// Pauses between attempts are as short as they can be.
mock.method(Math, 'random', () => 0);

const servers: Server[] = [];

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Serves a keeper on a real port; `cut` decides by the number of the request whether its answer is torn off. */
async function serve(
  keeper: Keeper,
  cut: (request: number) => 'before' | 'after' | 'middle' | undefined = () => undefined,
) {
  let count = 0;
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const wish = cut((count += 1));
    if (wish === 'before') return void incoming.destroy();
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece as Buffer);
    const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)] as [string, string]);
    const { method = 'GET' } = incoming;
    const body = method === 'GET' ? {} : { body: Buffer.concat(pieces).toString() };
    const answer = await keeper.fetch(new Request(`http://localhost${incoming.url}`, { method, headers, ...body }));
    if (wish === 'after') return void outgoing.destroy();
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.on('close', () => void answer.body?.cancel().catch(() => undefined));
    for await (const piece of answer.body ?? []) {
      if (wish === 'middle') return void outgoing.write(piece.slice(0, 50), () => outgoing.destroy());
      outgoing.write(piece);
    }
    outgoing.end();
  };
  const address = await listen((incoming, outgoing) => void handle(incoming, outgoing).catch(() => undefined));
  const client = createClient({ backend: `${address}/`, session: () => 't1' });
  return { client, requests: () => count };
}

/** Waits until the store shows what is wished for. */
function shows(store: ContractStore, holds: (snapshot: ContractSnapshot) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const leave = store.subscribe(() => look());
    const look = () => {
      if (!holds(store.snapshot)) return;
      leave();
      resolve();
    };
    look();
  });
}

describe('over a real port', () => {
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('reads, writes and lists', async () => {
    const keeper = new Keeper();
    const { client } = await serve(keeper);
    assert.equal((await client.contracts.retrieve('ctr_1')).id, 'ctr_1');
    const request = await client.paymentRequests.create('ctr_1', 'ms_1', { note: 'Fertig – 🙂' });
    assert.equal(request.id, 'prq_1');
    const seqs: number[] = [];
    for await (const { seq } of client.events.list('ctr_1', { after: 6 })) seqs.push(seq);
    assert.deepEqual(seqs, [7, 8]);
  });

  for (const [name, wish] of [
    ['before the backend heard it', 'before'],
    ['after the backend did it', 'after'],
    ['in the middle of the answer', 'middle'],
  ] as const) {
    it(`writes once when the connection is torn ${name}, twice in a row`, async () => {
      const keeper = new Keeper();
      const { client, requests } = await serve(keeper, (request) => (request < 3 ? wish : undefined));
      assert.equal((await client.paymentRequests.create('ctr_1', 'ms_1')).id, 'prq_1');
      assert.equal(keeper.effects.length, 1);
      assert.equal(requests(), 3);
    });
  }

  it('says that nobody answered when nobody listens', async () => {
    const gone = await listen(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    const client = createClient({ backend: gone, key: 'pk_1' });
    const error: unknown = await client.profile.retrieve().catch((caught: unknown) => caught);
    assert.ok(error instanceof ConnectionError && isHandselError(error));
    assert.equal(error.code, 'NO_ANSWER');
  });

  it('says so when the backend takes too long, and lets go of the connection', { timeout: 20_000 }, async () => {
    const closed: Promise<unknown>[] = [];
    const address = await listen((incoming) => closed.push(new Promise((resolve) => incoming.on('close', resolve))));
    const client = createClient({ backend: address, key: 'pk_1', timeout: 200 });
    await assert.rejects(client.profile.retrieve(), { name: 'ConnectionError', code: 'TIMEOUT' });
    assert.ok(closed.length > 0);
    await Promise.all(closed);
  });

  it('follows a contract through streams that end, and misses nothing', async () => {
    const keeper = new Keeper();
    const { client } = await serve(keeper);
    const store = client.contract('ctr_1');
    const leave = store.subscribe(() => undefined);
    after(leave);
    await shows(store, ({ status }) => status === 'ready');
    for (let round = 1; round <= 5; round += 1) {
      keeper.happen();
      keeper.hangUp();
      keeper.happen();
      await shows(store, ({ contract }) => contract?.version === 5 + 2 * round);
    }
    assert.deepEqual(
      store.snapshot.events.map(({ seq }) => seq),
      Array.from({ length: 17 }, (_, index) => index + 1),
    );
  });
});
