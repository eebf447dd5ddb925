import assert from 'node:assert/strict';
import type { EntryDraft } from '../decision.ts';
import { isGuarded } from '../ledger.ts';

/** The journal of one contract, folded in memory as the store does it: refuses what a store would refuse. */
export class Books {
  readonly #balances = new Map<string, number>();
  readonly #entries: EntryDraft[] = [];

  /** A second set of books with the same entries. */
  copy(): Books {
    const copy = new Books();
    copy.post(this.#entries);
    return copy;
  }

  post(entries: readonly EntryDraft[]): void {
    for (const entry of entries) {
      const { postings, template } = entry;
      assert.equal(
        postings.reduce((sum, { amount }) => sum + amount, 0),
        0,
        `${template} adds up to nothing`,
      );
      assert.ok(postings.length >= 2, `${template} has two legs`);
      for (const { account, amount } of postings) {
        assert.ok(Number.isSafeInteger(amount) && amount !== 0, `${template} posts ${amount} to ${account}`);
        this.#balances.set(account, (this.#balances.get(account) ?? 0) + amount);
      }
      for (const { account } of postings) {
        if (isGuarded(account)) assert.ok(this.owed(account) >= 0, `${template} takes ${account} below nothing`);
      }
      this.#entries.push(entry);
    }
  }

  /** What is owed on an account. */
  owed(account: string): number {
    return -(this.#balances.get(account) ?? 0) || 0;
  }

  /** What entries of a template took out of the accounts they debit. */
  debited(template: string): number {
    return this.#entries
      .filter((entry) => entry.template === template)
      .flatMap(({ postings }) => postings)
      .reduce((sum, { amount }) => sum + Math.max(0, amount), 0);
  }

  get accounts(): string[] {
    return [...this.#balances.keys()];
  }
}
