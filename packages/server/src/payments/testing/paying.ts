import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type ChargeId, type ContractId, DEFAULT_POLICY } from '@handsel/protocol';
import { createNewId } from '../../chance.ts';
import { applyCommand, applyCreation, type Doer } from '../../contracts/apply.ts';
import { Limiter } from '../../http/limits.ts';
import { sqliteHome } from '../../node/sqlite.ts';
import type { Command } from '../../rules/command.ts';
import { createContract } from '../../rules/create.ts';
import type { ChargeRecord, ContractRecord } from '../../rules/state.ts';
import { draftOf } from '../../rules/testing/play.ts';
import { loadContract } from '../../store/contract-records.ts';
import { ensureParty } from '../../store/parties.ts';
import { createStore } from '../../store/store.ts';
import type { World } from '../../world.ts';
import { stripeBench, type StripeBench } from './benches.ts';

/** A contract somebody is paying for, in a world whose payments go through Stripe. */
export interface Paying extends StripeBench {
  readonly world: World;
  readonly contractId: ContractId;
  readonly chargeId: ChargeId;
  /** What was logged, without its facts. */
  readonly lines: readonly string[];
  contract(): Promise<ContractRecord>;
  charge(): Promise<ChargeRecord>;
}

/** Writes, signs and begins to fund a contract with this card; the provider is not asked yet. */
export async function paying(paymentMethod: string): Promise<Paying> {
  const bench = stripeBench();
  const lines: string[] = [];
  const world = await worldOf(bench, lines);
  const freelancer = await newParty(world, 'robin@vale.example', true);
  const client = await newParty(world, 'kim@arden.example', false);
  const contractId = await write(world, freelancer);
  const contract = async () => {
    const found = await world.store.read((q) => loadContract(q, contractId));
    assert.ok(found);
    return found;
  };
  const charge = async () => {
    const found = (await contract()).charge;
    assert.ok(found);
    return found;
  };
  const run = async (doer: Doer, command: Command) => {
    const before = await contract();
    await world.store.write((tx) => applyCommand(world, tx, before, command, doer));
  };
  const termsHash = (await contract()).terms.hash;
  await run(freelancer, { name: 'contracts.send', termsHash, signature: 'Robin Vale' });
  await run(client, { name: 'contracts.accept', termsHash, signature: 'Kim Arden' });
  await run(client, { name: 'contracts.fund', scope: 'next', paymentMethod });
  const close = () => world.store.close();
  return { ...bench, world, lines, contractId, chargeId: (await charge()).id, contract, charge, close };
}

async function worldOf({ provider, time }: StripeBench, lines: string[]): Promise<World> {
  const clock = { now: () => time.now };
  const random = (length: number) => new Uint8Array(randomBytes(length));
  return {
    store: await createStore({ home: sqliteHome(':memory:'), random: Math.random }),
    clock,
    random,
    newId: createNewId(clock, random),
    payments: provider,
    settings: { publicUrl: 'https://vale.example', policy: DEFAULT_POLICY, testMode: true },
    limiter: new Limiter(clock),
    log: (level, message) => void lines.push(`${level}: ${message}`),
  };
}

async function newParty(world: World, email: string, freelancer: boolean): Promise<Doer & { email: string }> {
  const wanted = { email, name: null, company: null, currency: 'USD', freelancer };
  const made = { newId: world.newId, now: world.clock.now() };
  const { party } = await world.store.write((tx) => ensureParty(tx, wanted, made));
  return { role: freelancer ? 'freelancer' : 'client', name: email, partyId: party.id, email };
}

function write(world: World, doer: Doer & { email: string }): Promise<ContractId> {
  const { partyId, email } = doer;
  assert.ok(partyId);
  const freelancer = { partyId, email, name: 'Robin Vale', company: null };
  const context = { now: world.clock.now(), actor: doer, newId: world.newId };
  const decision = createContract(draftOf(), 'freelancer', freelancer, DEFAULT_POLICY, context);
  return world.store.write(async (tx) => (await applyCreation(world, tx, decision, doer)).id);
}
