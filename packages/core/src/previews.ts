import { type ContractId, createPreview, type MoneyPreview, type MoneyPreviewDraft } from '@handsel/protocol';
import type { Call } from './call.ts';
import type { CallOptions } from './settings.ts';

/** What a money command would do, before it is made. */
export class Previews {
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** Shows the figures of a money command, and gives the consent token that lets exactly that happen. */
  create(contractId: ContractId, draft: MoneyPreviewDraft, options?: CallOptions): Promise<MoneyPreview> {
    return this.#call(createPreview, { contractId, ...draft }, options);
  }
}
