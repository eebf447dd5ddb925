import { type Contract, type ContractId } from '@handsel/protocol';
import type { Context } from '@handsel/protocol/backend';
import { type Subject } from '../identity/subject.ts';
import type { Command } from '../rules/command.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Reader, Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { type Doer } from './apply.ts';
/** The call of one operation, as the backend hands it over. */
export type Call = Context<Subject>;
/** Who calls. @throws {Refusal} `UNAUTHENTICATED` where an operation without a credential is wired to a contract. */
export declare function subjectOf(call: Call): Subject;
/** The subject as the one who acts. */
export declare function doerOf(subject: Subject): Doer;
/** Loads a contract the subject may see. What is foreign and what is absent look the same. */
export declare function loadVisible(q: Reader, id: ContractId, subject: Subject): Promise<ContractRecord>;
/** A contract as the subject may see it. */
export declare function present(world: World, contract: ContractRecord, subject: Subject): Contract;
/** Runs one command of a person on one contract: all of it in one transaction, once per idempotency key. */
export declare function execute(world: World, call: Call, contractId: ContractId, command: Command | ((before: ContractRecord, tx: Tx) => Command | Promise<Command>)): Promise<Contract>;
/** Runs a write once per idempotency key, and again when somebody else was faster on the same contract. */
export declare function exactlyOnce<T>(world: World, call: Call, work: (tx: Tx) => Promise<T>): Promise<T>;
/** One party's key for one address: the same key elsewhere is another intent. */
export declare function scopeOf(call: Call): string;
/** Decides anew when another command was stored between reading and writing. */
export declare function untilSettled<T>(attempt: () => Promise<T>): Promise<T>;
//# sourceMappingURL=execute.d.ts.map