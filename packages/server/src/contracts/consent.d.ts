import { type MoneyPreview, type MoneyPreviewDraft } from '@handsel/protocol';
import type { ContractRecord } from '../rules/state.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { type Call } from './execute.ts';
/** Shows what a money command would do, and mints the token that lets exactly that happen once. */
export declare function preview(world: World, tx: Tx, call: Call, contract: ContractRecord, draft: MoneyPreviewDraft): Promise<MoneyPreview>;
/**
 * Uses up the token of a preview, if it was minted for this person, these figures and this version of the contract.
 * @throws {Refusal} `CONSENT_REQUIRED` for a token that is unknown, foreign or used; `CONSENT_STALE` when what was shown
 * is no longer true.
 */
export declare function withConsent(world: World, tx: Tx, call: Call, contract: ContractRecord, token: string, draft: MoneyPreviewDraft): Promise<void>;
//# sourceMappingURL=consent.d.ts.map