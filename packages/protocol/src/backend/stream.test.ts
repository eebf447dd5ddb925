import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Context } from '../backend.ts';
import { Refusal } from '../errors.ts';
import type { ContractEvent } from '../resources/event.ts';
import { type Asking, backendOf } from '../testing/asked.ts';
import { eventOf } from '../testing/samples.ts';
import { type Every, HEARTBEAT_MS } from './stream.ts';

const PATH = '/v1/contracts/ctr_1/events/stream';

/** A clock that beats when the test says so. */
function beats() {
  const ticks = new Set<() => void>();
  const periods: number[] = [];
  const every: Every = (milliseconds, tick) => {
    periods.push(milliseconds);
    ticks.add(tick);
    return () => ticks.delete(tick);
  };
  return { every, periods, ticks, beat: () => ticks.forEach((tick) => tick()) };
}

/** Reads a stream piece by piece. */
function reading(response: Response) {
  assert.ok(response.body);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  return {
    next: async () => (await reader.read()).value,
    all: async () => {
      let text = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += value;
      }
    },
    leave: () => reader.cancel(),
  };
}

/** A history that can be followed: all there is, then nothing until the reader leaves. */
function history(...events: ContractEvent[]) {
  const seen: { after: number | undefined; lastEventId: number | undefined; signal: AbortSignal }[] = [];
  let ended = 0;
  const follow = (input: { after?: number | undefined }, { lastEventId, signal }: Context) => {
    seen.push({ after: input.after, lastEventId, signal });
    return (async function* () {
      try {
        yield* events.filter(({ seq }) => seq > (lastEventId ?? input.after ?? 0));
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      } finally {
        ended += 1;
      }
    })();
  };
  return { handlers: { 'events.stream': follow }, seen, ended: () => ended };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a live stream', () => {
  it('tells every event as it is stored, one message each', async () => {
    const { handlers } = history(eventOf(1), eventOf(2, 'contract.sent'));
    const response = await backendOf(handlers, beats()).send('GET', PATH);
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    assert.deepEqual(
      [response.headers.get('cache-control'), response.headers.get('x-accel-buffering')],
      ['no-store', 'no'],
    );
    const line = reading(response);
    assert.equal(await line.next(), ':\n\n');
    assert.equal(await line.next(), `id: 1\nevent: payment_request.viewed\ndata: ${JSON.stringify(eventOf(1))}\n\n`);
    assert.equal(
      await line.next(),
      `id: 2\nevent: contract.sent\ndata: ${JSON.stringify(eventOf(2, 'contract.sent'))}\n\n`,
    );
    await line.leave();
  });

  it('goes on where the reader was cut off', async () => {
    const { handlers, seen } = history(eventOf(1), eventOf(2), eventOf(3));
    const follow = async (path: string, headers: Asking['headers'] = {}) => {
      const line = reading(await backendOf(handlers, beats()).send('GET', path, { headers }));
      await line.next();
      const first = await line.next();
      await line.leave();
      return first?.split('\n')[0];
    };
    assert.equal(await follow(PATH, { 'Last-Event-ID': '2' }), 'id: 3');
    assert.equal(await follow(`${PATH}?after=1`), 'id: 2');
    assert.equal(await follow(PATH, { 'Last-Event-ID': '' }), 'id: 1');
    assert.deepEqual(
      seen.map(({ after, lastEventId }) => [after, lastEventId]),
      [
        [undefined, 2],
        [1, undefined],
        [undefined, undefined],
      ],
    );
  });

  it('refuses a place that is none', async () => {
    const { ask } = backendOf(history().handlers, beats());
    for (const id of ['evt_1', '-1', '1.5', '9'.repeat(16)]) {
      const { status, problem } = await ask('GET', PATH, { headers: { 'Last-Event-ID': id } });
      assert.deepEqual([status, problem.code], [400, 'MALFORMED'], id);
    }
    assert.equal((await ask('GET', `${PATH}?after=-1`)).status, 422);
  });

  it('refuses as any other call does, before it begins', async () => {
    const clock = beats();
    const refusing = backendOf(
      {
        'events.stream': () => {
          throw new Refusal('NOT_FOUND');
        },
      },
      clock,
    );
    const { status, headers } = await refusing.ask('GET', PATH);
    assert.deepEqual([status, headers.get('content-type')], [404, 'application/problem+json']);
    assert.equal(clock.ticks.size, 0);
    assert.equal((await backendOf({}, { caller: { kind: 'none' } }).ask('GET', PATH)).status, 401);
  });

  it('says a word every 15 seconds, but only to who is reading', async () => {
    const clock = beats();
    const caller = new AbortController();
    const line = reading(await backendOf(history().handlers, clock).send('GET', PATH, { signal: caller.signal }));
    assert.deepEqual(clock.periods, [HEARTBEAT_MS]);
    assert.equal(HEARTBEAT_MS, 15_000);
    assert.equal(await line.next(), ':\n\n');
    const word = line.next();
    await turn();
    clock.beat();
    assert.equal(await word, ':\n\n');
    for (let count = 0; count < 50; count += 1) clock.beat();
    caller.abort();
    assert.ok((await line.all()).length <= 3 * ':\n\n'.length, 'fifty words wait for nobody');
  });

  it('ends when the reader leaves: clock, handler and all', async () => {
    const clock = beats();
    const { handlers, seen, ended } = history(eventOf(1));
    const line = reading(await backendOf(handlers, clock).send('GET', PATH));
    await line.next();
    await line.next();
    assert.equal(clock.ticks.size, 1);
    await line.leave();
    await turn();
    assert.deepEqual([clock.ticks.size, seen[0]?.signal.aborted, ended()], [0, true, 1]);
  });

  it('ends when the request is called off, also before it began', async () => {
    const clock = beats();
    const caller = new AbortController();
    const { handlers, seen } = history(eventOf(1));
    const line = reading(await backendOf(handlers, clock).send('GET', PATH, { signal: caller.signal }));
    await line.next();
    caller.abort();
    await line.all();
    assert.deepEqual([clock.ticks.size, seen[0]?.signal.aborted], [0, true]);
    const late = await backendOf(handlers, clock).send('GET', PATH, { signal: caller.signal });
    assert.equal(await reading(late).all(), '');
    assert.equal(clock.ticks.size, 0);
  });

  it('ends when the history does, and when an event cannot be had', async () => {
    const clock = beats();
    const broken = (fails: boolean) => () =>
      (async function* () {
        yield eventOf(1);
        await turn();
        if (fails) throw new Error('no database');
      })();
    for (const fails of [false, true]) {
      const { send, errors } = backendOf({ 'events.stream': broken(fails) }, clock);
      assert.match(await reading(await send('GET', PATH)).all(), /^:\n\nid: 1\n.*\n.*\n\n$/);
      assert.equal(errors.length, fails ? 1 : 0);
      assert.equal(clock.ticks.size, 0);
    }
  });

  it('does not begin for HEAD', async () => {
    const clock = beats();
    const { handlers, seen } = history(eventOf(1));
    const { status, text, headers } = await backendOf(handlers, clock).ask('HEAD', PATH);
    assert.deepEqual([status, text, headers.get('content-type')], [200, '', 'text/event-stream']);
    assert.deepEqual([clock.ticks.size, seen[0]?.signal.aborted], [0, true]);
  });

  it('reads no further ahead than its reader', async () => {
    let made = 0;
    const endless = () =>
      (async function* () {
        for (;;) yield eventOf((made += 1));
      })();
    const response = await backendOf({ 'events.stream': endless }, beats()).send('GET', PATH);
    await turn();
    assert.ok(made <= 2, `${made} events were read for nobody`);
    await response.body?.cancel();
  });

  it('lets no type of an event forge a field', async () => {
    const { handlers } = history(eventOf(1, 'a\ndata: {}\r\n\n'));
    const line = reading(await backendOf(handlers, beats()).send('GET', PATH));
    await line.next();
    assert.equal((await line.next())?.split('\n').length, 5);
    await line.leave();
  });

  it('is cut, and the error told, when an event is not what it should be', async () => {
    const wrong = { ...eventOf(2), seq: 'two' } as unknown as ContractEvent;
    const each = () =>
      (async function* () {
        yield eventOf(1);
        yield wrong;
      })();
    const { send, errors } = backendOf({ 'events.stream': each }, { ...beats(), parseAnswers: true });
    assert.doesNotMatch(await reading(await send('GET', PATH)).all(), /two/);
    assert.match(String(errors[0]?.error), /events\.stream: .* wrong at "\/seq"/);
  });

  it('beats by itself when nobody brings a clock, and keeps no process alive after it ended', async () => {
    const { handlers } = history();
    const response = await backendOf(handlers).send('GET', PATH);
    await response.body?.cancel();
  });
});
