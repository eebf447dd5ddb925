import { type ContractId, type Instant, instantOf, millisecondsOf } from '@handsel/protocol';
import type { OutgoingMail } from '../mail/transport.ts';
import { isDue, leased } from './leases.ts';
import type { Tx } from './store.ts';

/** A mail that is to leave. */
export interface MailRecord extends OutgoingMail {
  /** Null when it is about no contract. */
  readonly contractId: ContractId | null;
  readonly template: string;
  readonly now: Instant;
}

/** Puts a mail into the outbox, in the transaction of what it tells. */
export async function addMail(tx: Tx, mail: MailRecord): Promise<void> {
  await tx.db
    .insertInto('mails')
    .values({
      contract_id: mail.contractId ?? '',
      id: mail.id,
      template: mail.template,
      to_email: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      created_at: mail.now,
      run_at: mail.now,
      tries: 0,
    })
    .execute();
  tx.publish({ topic: 'mail', id: mail.id });
}

/** A mail somebody has taken to send it. */
export interface ClaimedMail extends OutgoingMail {
  readonly contractId: string;
  readonly tries: number;
  /** From then on another process may have taken it. */
  readonly leaseUntil: Instant;
}

/** Takes mails that wait, so that nobody else sends them meanwhile. */
export async function claimMails(
  tx: Tx,
  { now, lease, limit }: { readonly now: Instant; readonly lease: string; readonly limit: number },
): Promise<ClaimedMail[]> {
  const leaseUntil = leased(now);
  const rows = await tx.db
    .updateTable('mails')
    .set((eb) => ({ lease, lease_until: leaseUntil, tries: eb('tries', '+', 1) }))
    .where(isDue(tx, 'mails', 'sent_at', now, limit))
    .returning(['contract_id', 'id', 'to_email', 'subject', 'text', 'html', 'tries'])
    .execute();
  return rows.map(({ contract_id, to_email, ...rest }) => ({
    contractId: contract_id,
    to: to_email,
    leaseUntil,
    ...rest,
  }));
}

/** Notes that a mail has left. */
export async function mailSent(tx: Tx, mail: ClaimedMail, lease: string, now: Instant): Promise<void> {
  await tx.db
    .updateTable('mails')
    .set({ sent_at: now, lease: null, lease_until: null })
    .where('contract_id', '=', mail.contractId)
    .where('id', '=', mail.id)
    .where('lease', '=', lease)
    .execute();
}

const MOST_TRIES = 20;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

/** Notes that a mail was not taken: it is tried again with growing pauses, for about two days. */
export async function mailRefused(
  tx: Tx,
  mail: ClaimedMail,
  { lease, now, error }: { readonly lease: string; readonly now: Instant; readonly error: string },
): Promise<void> {
  const pause = Math.min(LONGEST_PAUSE_MS, 5_000 * 2 ** mail.tries);
  await tx.db
    .updateTable('mails')
    .set({
      lease: null,
      lease_until: null,
      last_error: error,
      run_at: instantOf(millisecondsOf(now) + pause),
      dead_at: mail.tries >= MOST_TRIES ? now : null,
    })
    .where('contract_id', '=', mail.contractId)
    .where('id', '=', mail.id)
    .where('lease', '=', lease)
    .execute();
}
