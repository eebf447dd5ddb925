import { createTransport } from 'nodemailer';
import type { MailTransport } from '../mail/transport.ts';

/** Sends by SMTP: `smtp://user:password@mail.example:587`, or `smtps://` for TLS from the first byte. */
export function smtpTransport(url: string, from: string): MailTransport {
  const transport = createTransport(url, { from });
  return async ({ id, to, subject, text, html }) => {
    // The id makes a mail that is sent twice after a crash recognisable as one.
    await transport.sendMail({ to, subject, text, html, messageId: `<${id}@handsel>` });
  };
}
