import { before, after as afterAll } from 'node:test';
import assert from 'node:assert/strict';
import { type ContractId, DEFAULT_POLICY } from '@handsel/protocol';
import { sql } from 'kysely';
import { createNewId } from '../../chance.ts';
import { createContract } from '../../rules/create.ts';
import { draftOf, START } from '../../rules/testing/play.ts';
import { insertDecision } from '../contract-records.ts';
import type { Home } from '../home.ts';
import { StoreFault } from '../faults.ts';
import { textFor } from '../schema/statement.ts';
import { createStore, type Store, type Tx } from '../store.ts';

/** A home for one suite, and how to leave it. */
export interface Lodging {
  readonly home: Home;
  /** Removes what was made; called after the store is closed. */
  leave?(): Promise<void> | void;
}

/** One store on one home, with the few verbs the suites speak in. */
export class Place {
  #store: Store | undefined;
  #lodging: Lodging | undefined;
  readonly #lodge: () => Promise<Lodging> | Lodging;
  readonly newId = createNewId({ now: () => START }, (length) => crypto.getRandomValues(new Uint8Array(length)));

  /** Opens it before the tests around, and closes it after them. */
  constructor(lodge: () => Promise<Lodging> | Lodging) {
    this.#lodge = lodge;
    before(async () => {
      this.#lodging = await lodge();
      this.#store = await createStore({ home: this.#lodging.home, random: Math.random });
      await this.store.write((tx) => this.run(tx, SCRATCH));
    });
    afterAll(async () => {
      await this.#store?.close();
      await this.#lodging?.leave?.();
    });
  }

  get store(): Store {
    assert.ok(this.#store, 'The store is open while tests run.');
    return this.#store;
  }

  get engine(): Store['engine'] {
    return this.store.engine;
  }

  /** Does something with another store on a home of its own, whose users soon lose patience. */
  async impatiently<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const { home, leave } = await this.#lodge();
    const store = await createStore({ home, random: Math.random, turnTimeoutMs: 20 });
    try {
      return await work(store);
    } finally {
      await store.close();
      await leave?.();
    }
  }

  /** Runs a statement with the schema's macros. */
  async run(tx: Tx, text: string): Promise<void> {
    await sql.raw(textFor(text, tx.engine) ?? '').execute(tx.db);
  }

  /** A draft over two steps, as the rules begin one, with its first event. */
  async contract(): Promise<ContractId> {
    const partyId = this.newId('pty');
    const at = { now: START, actor: { role: 'freelancer', name: 'Rin Vale' }, newId: this.newId } as const;
    const freelancer = { partyId, email: `${partyId}@vale.example`.toLowerCase(), name: 'Rin Vale', company: null };
    const party = { id: partyId, email: freelancer.email, name: freelancer.name, company: null, currency: 'USD' };
    const times = { freelancer_since: START, created_at: START, updated_at: START };
    const decision = createContract(draftOf(), 'freelancer', freelancer, DEFAULT_POLICY, at);
    const contract = await this.store.write(async (tx) => {
      await tx.db
        .insertInto('parties')
        .values({ ...party, ...times })
        .execute();
      return insertDecision(tx, decision, at);
    });
    return contract.id;
  }

  /** Accounts of a contract: one that must not fall below nothing, and one that may. */
  async accounts(): Promise<ContractId> {
    const id = await this.contract();
    await this.store.write(({ db }) =>
      sql`insert into accounts (contract_id, account, currency, guarded) values
        (${id}, 'escrow:a', 'USD', 1), (${id}, 'escrow:b', 'USD', 1), (${id}, 'bank', 'USD', 0)`.execute(db),
    );
    return id;
  }
}

const SCRATCH = `create table scratch (
  id {text} not null primary key, n {int}, at {instant}, body {text}, big {int}) {strict}`;

/** Writes one entry: its postings first, itself last. */
export async function post(
  tx: Tx,
  contractId: string,
  entry: { readonly n: number; readonly amounts: Readonly<Record<string, number>>; readonly currency?: string },
): Promise<void> {
  const id = `jrn_${entry.n}`;
  let n = 0;
  for (const [account, amount] of Object.entries(entry.amounts)) {
    n += 1;
    await sql`insert into postings (contract_id, entry_id, n, account, currency, amount)
      values (${contractId}, ${id}, ${n}, ${account}, ${entry.currency ?? 'USD'}, ${amount})`.execute(tx.db);
  }
  await sql`insert into entries (contract_id, id, n, template, event_seq, at)
    values (${contractId}, ${id}, ${entry.n}, 'fund', 1, ${START})`.execute(tx.db);
}

/** The kind of the refusal that a write must end with. */
export async function refused(write: Promise<unknown>): Promise<string> {
  return write.then(
    () => assert.fail('It was not refused.'),
    (error: unknown) => {
      assert.ok(error instanceof StoreFault, `not a refusal of the store: ${String(error)}`);
      return error.kind;
    },
  );
}
