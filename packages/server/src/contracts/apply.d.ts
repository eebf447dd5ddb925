import { type PartyId } from '@handsel/protocol';
import type { Command } from '../rules/command.ts';
import type { Actor, Decision } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';
/** Who acts, and as which party when it is a person. */
export interface Doer extends Actor {
    readonly partyId: PartyId | null;
}
/** Who acts when time has come. */
export declare const CLOCK: Doer;
/** Decides a command and stores all that follows from it, in the caller's transaction. */
export declare function applyCommand(world: World, tx: Tx, before: ContractRecord, command: Command, doer: Doer): Promise<ContractRecord>;
/** Stores a contract that begins. */
export declare function applyCreation(world: World, tx: Tx, decision: Decision, doer: Doer): Promise<ContractRecord>;
/** Address of a contract on the backend's own pages, as one side sees it. */
export declare function contractUrl(world: World, contract: Pick<ContractRecord, 'id'>, role: 'freelancer' | 'client'): string;
//# sourceMappingURL=apply.d.ts.map