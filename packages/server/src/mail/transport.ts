/** A mail as it leaves. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands a mail over, to an SMTP server for example. Rejects when it was not taken; the outbox tries again. */
export type MailTransport = (mail: OutgoingMail) => Promise<void>;
