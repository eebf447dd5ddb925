import { type ContractRequest, type ContractRequestDraft, createContractRequest } from '@handsel/protocol';
import { newKey } from '../foundation/action.ts';
import type { Call } from '../foundation/connection.ts';
import type { FormState } from './form-state.ts';
import { isDecided } from './sending.ts';

/** Sends one request. The same words after a lost answer are the same request, not a second one. */
export async function ask(call: Call, draft: ContractRequestDraft, state: FormState): Promise<ContractRequest> {
  const lost = state.progress.first;
  const same = lost && JSON.stringify(lost.draft) === JSON.stringify(draft);
  const first = same ? lost : { key: newKey(), draft };
  state.note({ first });
  try {
    return await call(createContractRequest, draft, { idempotencyKey: first.key });
  } catch (error) {
    if (isDecided(error)) state.note({ first: undefined });
    throw error;
  }
}
