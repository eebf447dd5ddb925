import { createTransport } from 'nodemailer';
import type { MailTransport } from '../mail/transport.ts';

// One that takes a connection and then says nothing would hold up every other mail for ten minutes.
const LONGEST_SILENCE_MS = 20_000;

/** Sends by SMTP: `smtp://user:password@mail.example:587`, or `smtps://` for TLS from the first byte. */
export function smtpTransport(url: string, from: string, silenceMs: number = LONGEST_SILENCE_MS): MailTransport {
  const limits = { connectionTimeout: silenceMs, greetingTimeout: silenceMs, socketTimeout: silenceMs };
  const transport = createTransport({ url, ...limits }, { from });
  return async ({ id, to, subject, text, html }) => {
    // The id makes a mail that is sent twice after a crash recognisable as one.
    await transport.sendMail({ to, subject, text, html, messageId: `<${id}@handsel>` });
  };
}
