import { createClient } from '../client.ts';
import { type Fault, FaultyWay } from './faults.ts';
import { Keeper } from './keeper.ts';
import { VirtualTime } from './virtual-time.ts';

/** What a store asks for when somebody begins to look. */
export const OPENING = ['GET /ctr_1', 'GET /ctr_1/events', 'GET /ctr_1/events/stream'];

/** A request that is lost, and lost again each time it is repeated. */
export function gone(): Fault[] {
  return Array.from({ length: 3 }, () => 'lost request');
}

/** The store of a keeper's contract, with what it asks for and how often it tells its listener. */
export function watched(faults: readonly Fault[] = []) {
  const time = new VirtualTime();
  const keeper = new Keeper();
  const way = new FaultyWay(keeper, faults);
  const client = createClient({ backend: way, session: 't1', clock: time });
  const store = client.contract('ctr_1');
  const told = { times: 0 };
  const listen = () => store.subscribe(() => (told.times += 1));
  const asked = () =>
    way.sent.map(({ method, url }) => `${method} ${new URL(url).pathname.slice('/v1/contracts'.length)}`);
  const seqs = () => store.snapshot.events.map(({ seq }) => seq);
  return { time, keeper, way, client, store, told, listen, asked, seqs };
}
