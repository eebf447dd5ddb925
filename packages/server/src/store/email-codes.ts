import type { Instant } from '@handsel/protocol';
import type { Reader, Tx } from './store.ts';
import type { EmailCodesTable } from './tables/identity.ts';

/** What a code is for: signing in with an address, or opening an invitation by its hash. */
export interface CodePurpose {
  readonly purpose: EmailCodesTable['purpose'];
  readonly subject: string;
}

/** Keeps a code, by its hash alone. Only the newest for its purpose counts. */
export async function addCode(
  tx: Tx,
  code: CodePurpose & {
    readonly id: string;
    readonly codeHash: string;
    readonly sentAt: Instant;
    readonly expiresAt: Instant;
  },
): Promise<void> {
  await tx.db
    .insertInto('email_codes')
    .values({
      id: code.id,
      purpose: code.purpose,
      subject: code.subject,
      code_hash: code.codeHash,
      tries: 0,
      sent_at: code.sentAt,
      expires_at: code.expiresAt,
      used_at: null,
    })
    .execute();
}

/** The newest code for a purpose, used or not. */
export function newestCode(q: Reader, { purpose, subject }: CodePurpose): Promise<EmailCodesTable | undefined> {
  return q.db
    .selectFrom('email_codes')
    .selectAll()
    .where('purpose', '=', purpose)
    .where('subject', '=', subject)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Counts a try before it is looked at, so that a thousand at once are counted too. Nothing when none is left. */
export async function takeTry(tx: Tx, id: string, most: number): Promise<number | undefined> {
  const row = await tx.db
    .updateTable('email_codes')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('tries', '<', most)
    .returning('tries')
    .executeTakeFirst();
  return row?.tries;
}

/** Uses a code up. */
export async function useCode(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.db.updateTable('email_codes').set({ used_at: now }).where('id', '=', id).execute();
}
