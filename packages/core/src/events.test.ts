import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ContractEvent } from '@handsel/protocol';
import { createClient } from './client.ts';
import { ApiError, ResponseError } from './errors.ts';
import type { ConnectOptions } from './settings.ts';
import { type Fault, FaultyWay } from './testing/faults.ts';
import { Keeper } from './testing/keeper.ts';
import { eventOf, problemOf } from './testing/samples.ts';
import { VirtualTime } from './testing/virtual-time.ts';

function arrange(faults: readonly Fault[] = [], options: Partial<ConnectOptions> = {}) {
  const time = new VirtualTime();
  const keeper = new Keeper();
  const way = new FaultyWay(keeper, faults);
  const client = createClient({ backend: way, session: 't1', clock: time, ...options });
  const stop = new AbortController();
  const seen: number[] = [];
  const end: { error?: unknown; done?: boolean } = {};
  const follow = async (after: number) => {
    try {
      const { signal } = stop;
      for await (const { seq } of client.events.stream('ctr_1', { after }, { signal })) seen.push(seq);
      end.done = true;
    } catch (error) {
      end.error = error;
    }
  };
  const asked = () =>
    way.sent.map(({ url, headers }) => `${new URL(url).pathname.split('/').at(-1)} ${headers.get('last-event-id')}`);
  return { time, keeper, way, client, stop, seen, end, follow, asked };
}

describe('following a contract', () => {
  it('gives what was missed, then what happens', async () => {
    const { keeper, seen, follow, time, way } = arrange();
    void follow(5);
    await time.quiet();
    assert.deepEqual(seen, [6, 7]);
    keeper.happen();
    await time.quiet();
    assert.deepEqual(seen, [6, 7, 8]);
    assert.equal(way.sent[0]?.headers.get('accept'), 'text/event-stream');
    assert.equal(way.sent[0]?.headers.get('authorization'), 'Bearer t1');
    assert.equal(way.sent[0]?.headers.get('last-event-id'), '5');
  });

  it('goes on after the last event when the backend ends the stream', async () => {
    const { keeper, seen, follow, time, asked } = arrange();
    void follow(6);
    await time.quiet();
    keeper.hangUp();
    keeper.happen();
    await time.advance(500);
    keeper.happen();
    await time.quiet();
    assert.deepEqual(seen, [7, 8, 9]);
    assert.deepEqual(asked(), ['stream 6', 'stream 7']);
  });

  it('tries again, ever more slowly, while the backend is not there', async () => {
    const busy = () => problemOf(503, 'UNAVAILABLE');
    const { seen, follow, time, way } = arrange([busy(), 'lost request', busy(), busy(), busy(), busy()]);
    void follow(6);
    await time.advance(60_000);
    assert.deepEqual(seen, [7]);
    assert.equal(way.sent.length, 7);
    const pauses = time.waited.filter((wait) => wait < 15_000);
    assert.deepEqual(pauses, [500, 1000, 2000, 4000, 8000, 8000]);
  });

  it('fills the gap when events got lost on the way', async () => {
    const { keeper, seen, follow, time, asked } = arrange();
    void follow(7);
    await time.quiet();
    keeper.happen({}, false);
    keeper.happen({}, false);
    keeper.happen();
    await time.quiet();
    assert.deepEqual(seen, [8, 9, 10]);
    assert.deepEqual(asked(), ['stream 7', 'events null']);
  });

  it('gives each event once, in order, whatever comes twice', async () => {
    const { keeper, seen, follow, time } = arrange();
    void follow(7);
    await time.quiet();
    keeper.happen();
    keeper.tell(eventOf(8));
    keeper.tell(eventOf(3));
    keeper.happen();
    await time.quiet();
    assert.deepEqual(seen, [8, 9]);
  });

  it('hangs up on a line that has been silent for a minute, and calls again', async () => {
    const { keeper, seen, follow, time, way } = arrange();
    void follow(7);
    await time.advance(50_000);
    keeper.send(': still here\n\n');
    await time.advance(60_000);
    assert.equal(way.sent.length, 1);
    await time.advance(61_000);
    assert.equal(way.sent.length, 2);
    assert.equal(keeper.followers, 1);
    keeper.happen();
    await time.quiet();
    assert.deepEqual(seen, [8]);
  });

  it('stops when it is aborted, and hangs up', async () => {
    const { keeper, end, follow, stop, time, way } = arrange();
    const following = follow(7);
    await time.quiet();
    assert.equal(keeper.followers, 1);
    stop.abort();
    await following;
    assert.deepEqual(end, { done: true });
    assert.equal(keeper.followers, 0);
    await time.advance(120_000);
    assert.equal(way.sent.length, 1);
  });

  it('hangs up when the reader leaves the loop', async () => {
    const { keeper, client, time } = arrange();
    const first: ContractEvent[] = [];
    const walk = async () => {
      for await (const event of client.events.stream('ctr_1', { after: 0 })) {
        first.push(event);
        break;
      }
    };
    await walk();
    await time.quiet();
    assert.equal(first[0]?.seq, 1);
    assert.equal(keeper.followers, 0);
    assert.equal(time.waiting, 0);
  });

  it('renews the session when the stream needs it, and gives up when that does not help', async () => {
    let asked = 0;
    const session = () => `t${(asked += 1)}`;
    const over = () => problemOf(401, 'SESSION_EXPIRED');
    const { keeper, seen, end, follow, time, way } = arrange([over(), 'none', over(), over()], { session });
    void follow(6);
    await time.quiet();
    assert.deepEqual(seen, [7]);
    assert.deepEqual(
      way.sent.map(({ headers }) => headers.get('authorization')),
      ['Bearer t1', 'Bearer t2'],
    );
    keeper.hangUp();
    await time.advance(1_000);
    assert.ok(end.error instanceof ApiError);
    assert.equal(end.error.code, 'SESSION_EXPIRED');
    assert.equal(way.sent.length, 4);
  });

  it('gives up at once when there is nothing to follow', async () => {
    const { end, follow, time, way } = arrange([problemOf(404, 'NOT_FOUND')]);
    await time.until(follow(0));
    assert.ok(end.error instanceof ApiError);
    assert.equal(end.error.code, 'NOT_FOUND');
    assert.equal(way.sent.length, 1);
  });

  it('refuses a page and an event of the wrong shape', async () => {
    const html = arrange([new Response('<html>', { headers: { 'Content-Type': 'text/html' } })]);
    await html.time.until(html.follow(0));
    assert.ok(html.end.error instanceof ResponseError);
    const wrong = arrange();
    const following = wrong.follow(7);
    await wrong.time.quiet();
    wrong.keeper.send('data: {"seq":"eight"}\n\n');
    await wrong.time.until(following);
    assert.ok(wrong.end.error instanceof ResponseError);
    assert.match(String(wrong.end.error), /events\.stream/);
  });
});
