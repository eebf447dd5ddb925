import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { addHours, type ContractId } from '@handsel/protocol';
import { postgresHome } from '../../packages/server/src/node/postgres.ts';
import { sqliteHome } from '../../packages/server/src/node/sqlite.ts';
import type { Home } from '../../packages/server/src/store/home.ts';
import { type TestApp, testApp } from '../../packages/server/src/testing/app.ts';
import { trials } from '../lib/counts.ts';
import { Insistent } from './lib/insistent.ts';
import { leavingAfterwards, openDatabase } from './lib/leaving.ts';
import { MortalServer } from './lib/mortal-server.ts';
import { wrongs } from './lib/reckoning.ts';

interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly home: () => Home;
}

const PEOPLE = 4;
const leaving = leavingAfterwards();

function file(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'handsel-kills-'));
  leaving.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, 'handsel.db');
  return { env: { HANDSEL_DATA: path }, home: () => sqliteHome(path) };
}

async function postgres(): Promise<Place> {
  const url = await openDatabase(leaving);
  return { env: { HANDSEL_DATABASE: url }, home: () => postgresHome(url) };
}

/** Several contracts at once for as long as the server is killed; half of the kills right after a command was stored. */
async function liveThrough(server: MortalServer, people: Insistent, kills: number, live: () => Promise<unknown>) {
  const lane = async () => {
    while (server.deaths < kills) await live();
  };
  const lanes = Promise.all(Array.from({ length: PEOPLE }, lane));
  for (let killed = 0; killed < kills; killed++) {
    await server.up();
    await people.answers(randomInt(1, 30));
    await (killed % 2 === 0 ? server.killAfterCommand() : server.kill());
  }
  await lanes;
}

/** Opens what is left when nobody holds any lease, and does what is still to be done. */
async function afterwards(place: Place): Promise<TestApp> {
  const app = await testApp({ home: place.home(), now: addHours(new Date().toISOString(), 2) });
  await app.app.runDueJobs();
  return app;
}

function survives(lodge: () => Place | Promise<Place>): void {
  it('does each wish once and loses nothing it has answered for, however often it is killed', async () => {
    const place = await lodge();
    const server = await MortalServer.start(place.env);
    const people = new Insistent(server, await server.signIn());
    await liveThrough(server, people, trials(50), () => people.live());
    await server.end();
    assert.deepEqual(server.failures, []);
    const app = await afterwards(place);
    assert.deepEqual(await wrongs(app, people.told), []);
    // Without this, a reckoning that finds nothing would pass too.
    const foreign = 'ctr_nobody' as ContractId;
    assert.notDeepEqual(await wrongs(app, { ...people.told, paid: [...people.told.paid, foreign] }), []);
    await app.close();
  });

  it('would be caught, were wishes repeated without their keys', async () => {
    const place = await lodge();
    const server = await MortalServer.start(place.env);
    const people = new Insistent(server, await server.signIn(), false);
    const told = { ...people.told };
    await liveThrough(server, people, 2, () => people.write());
    await server.end();
    const app = await afterwards(place);
    const found = await wrongs(app, told);
    await app.close();
    assert.ok(
      found.some((wrong) => wrong.startsWith('nobody was told')),
      found.join('\n'),
    );
  });
}

describe('A server on SQLite that is killed in the middle of its work', () => {
  survives(file);
});

describe('A server on PostgreSQL that is killed in the middle of its work', () => {
  survives(postgres);
});
