import type { MailDraft } from '../rules/decision.ts';
import type { ContractRecord } from '../rules/state.ts';
import { addMail } from '../store/outbox.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { contractLetter } from './contract-letters.ts';
import { renderLetter } from './letter.ts';
import { codeLetter } from './sign-in-letters.ts';

/** Puts a letter about a contract into the outbox, in the transaction of what it tells. */
export async function queueLetter(
  world: World,
  tx: Tx,
  contract: ContractRecord,
  draft: MailDraft,
  url: string,
): Promise<void> {
  const letter = contractLetter({ contract, draft, url, simulated: world.payments.simulated });
  await addMail(tx, {
    id: world.newId('mail'),
    contractId: contract.id,
    template: draft.template,
    to: contract[draft.to].email,
    ...renderLetter(letter),
    now: world.clock.now(),
  });
}

/** Puts a six-digit code into the outbox. */
export async function queueCode(world: World, tx: Tx, to: string, code: string): Promise<void> {
  const letter = codeLetter(code, world.settings.policy.emailCodeTtlMinutes);
  await addMail(tx, {
    id: world.newId('mail'),
    contractId: null,
    template: 'sign_in_code',
    to,
    ...renderLetter(letter),
    now: world.clock.now(),
  });
}
