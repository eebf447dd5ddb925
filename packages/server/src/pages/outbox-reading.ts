import type { Reader } from '../store/store.ts';

/** A mail as a list shows it. */
export interface MailLine {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly at: string;
  /** Null while nobody has taken it to send it. */
  readonly sentAt: string | null;
}

/** A mail with all it says. */
export interface MailCopy extends MailLine {
  readonly text: string;
  readonly html: string;
}

/** The newest mails of the outbox, the newest first. */
export async function newestMails({ db }: Reader, limit: number): Promise<MailLine[]> {
  return db
    .selectFrom('mails')
    .select(['id', 'to_email as to', 'subject', 'created_at as at', 'sent_at as sentAt'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** One mail of the outbox. */
export async function mailOf({ db }: Reader, id: string): Promise<MailCopy | undefined> {
  return db
    .selectFrom('mails')
    .select(['id', 'to_email as to', 'subject', 'created_at as at', 'sent_at as sentAt', 'text', 'html'])
    .where('id', '=', id)
    .executeTakeFirst();
}
