import { type Contract, type ContractId, Refusal } from '@handsel/protocol';
import type { Context } from '@handsel/protocol/backend';
import { maySee, type Subject } from '../identity/subject.ts';
import type { Command, CommandName } from '../rules/command.ts';
import type { ContractRecord } from '../rules/state.ts';
import { viewOf } from '../rules/view.ts';
import { ConflictError, loadContract } from '../store/contract-records.ts';
import { once } from '../store/idempotency.ts';
import { takeWindow, type WindowName } from '../store/rate-windows.ts';
import type { Reader, Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { applyCommand, contractUrl, type Doer } from './apply.ts';

/** The call of one operation, as the backend hands it over. */
export type Call = Context<Subject>;

/** Who calls. @throws {Refusal} `UNAUTHENTICATED` where an operation without a credential is wired to a contract. */
export function subjectOf(call: Call): Subject {
  if (call.caller.subject === undefined) throw new Refusal('UNAUTHENTICATED');
  return call.caller.subject;
}

/** The subject as the one who acts, by the best name there is: the account's, the contract's, the one just signed with. */
export function doerOf(subject: Subject, contract?: ContractRecord, command?: Command): Doer {
  const signed = command?.name === 'contracts.accept' ? command.signature : null;
  const name = subject.name ?? contract?.[subject.role].name ?? signed ?? subject.email;
  return { role: subject.role, name, partyId: subject.partyId };
}

/** Loads a contract the subject may see. What is foreign and what is absent look the same. */
export async function loadVisible(q: Reader, id: ContractId, subject: Subject): Promise<ContractRecord> {
  const contract = await loadContract(q, id);
  if (!contract || !maySee(subject, contract)) throw new Refusal('NOT_FOUND');
  return contract;
}

/** Loads a contract to change it. @throws {Refusal} `VERSION_CONFLICT` when it is not the one that was read. */
export async function loadToChange(tx: Tx, id: ContractId, call: Call): Promise<ContractRecord> {
  const contract = await loadVisible(tx, id, subjectOf(call));
  if (call.ifMatch !== undefined && call.ifMatch !== contract.version) throw new Refusal('VERSION_CONFLICT');
  return contract;
}

/** A contract as the subject may see it. */
export function present(world: World, contract: ContractRecord, subject: Subject): Contract {
  return viewOf(contract, subject.role, {
    url: contractUrl(world, contract, subject.role),
    simulated: world.payments.simulated,
    credential: subject.kind,
    now: world.clock.now(),
  });
}

// What can be done and undone without end, and mails the other side each time.
const WINDOW_OF: Partial<Readonly<Record<CommandName, WindowName>>> = {
  'contracts.resend': 'resends',
  'contracts.revise': 'revisions',
  'paymentRequests.create': 'requests',
  'milestoneChanges.create': 'proposals',
};

/** Runs one command of a person on one contract: all of it in one transaction, once per idempotency key. */
export async function execute(
  world: World,
  call: Call,
  contractId: ContractId,
  command: Command | ((before: ContractRecord, tx: Tx) => Command | Promise<Command>),
): Promise<Contract> {
  const subject = subjectOf(call);
  return exactlyOnce(world, call, async (tx) => {
    const before = await loadToChange(tx, contractId, call);
    const wanted = typeof command === 'function' ? await command(before, tx) : command;
    const window = WINDOW_OF[wanted.name];
    if (window) await takeWindow(tx, window, `${before.id} ${subject.role}`, world.clock.now());
    return present(world, await applyCommand(world, tx, before, wanted, doerOf(subject, before, wanted)), subject);
  });
}

/** Runs a write once per idempotency key, and again when somebody else was faster on the same contract. */
export async function exactlyOnce<T>(world: World, call: Call, work: (tx: Tx) => Promise<T>): Promise<T> {
  const key = call.idempotencyKey;
  if (key === undefined) return untilSettled(() => world.store.write(work));
  const intent = { scope: scopeOf(call), key, fingerprint: await call.fingerprint(), now: world.clock.now() };
  const { answer, replayed } = await untilSettled(() => world.store.write((tx) => once(tx, intent, () => work(tx))));
  if (replayed) call.replayed();
  return answer;
}

/**
 * One party's key for one address: the same key elsewhere is another intent. A session for one contract is told
 * nothing of what was answered to one for others.
 */
export function scopeOf(call: Call): string {
  const { method, url } = call.request;
  const { partyId = 'nobody', contractId = null } = call.caller.subject ?? {};
  return [partyId, contractId, method, new URL(url).pathname].filter((part) => part !== null).join(' ');
}

const TRIES = 20;

/** Decides anew when another command was stored between reading and writing. */
export async function untilSettled<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ConflictError) || tried === TRIES) throw error;
    }
  }
}
