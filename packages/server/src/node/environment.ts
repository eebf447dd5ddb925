import { isCurrency, type Policy } from '@handsel/protocol';
import { readPolicy } from './policy.ts';

/** What the environment of the process says; every entry has a default but the secrets. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** How many proxies of one's own stand before it, each of which adds to `X-Forwarded-For`. */
  readonly proxies: number;
  /** A PostgreSQL URL; left out, the SQLite file is used. */
  readonly database: string | undefined;
  readonly dataPath: string;
  /** `smtp://user:password@host:port`; left out, mails stay in the outbox. */
  readonly smtp: string | undefined;
  readonly mailFrom: string;
  readonly stripe: { readonly secretKey: string; readonly webhookSecret: string } | undefined;
  /** Test mode ends where real money begins. */
  readonly testMode: boolean;
  readonly policy: Policy;
  readonly freelancer: { readonly name: string; readonly email: string; readonly currency: string };
}

/** Reads the environment. @throws {Error} that names the variable which is wrong and says what would be right. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): Environment {
  const port = wholeNumber('PORT', env['PORT'] ?? '4400', 65_535);
  const host = env['HOST'] ?? 'localhost';
  const stripe = stripeOf(env);
  const testMode = stripe === undefined || stripe.secretKey.startsWith('sk_test_');
  if (!testMode && env['HANDSEL_SMTP'] === undefined) {
    throw new Error('A live Stripe key needs HANDSEL_SMTP too: without mails nobody gets an offer or a code.');
  }
  return {
    port,
    host,
    publicUrl: publicUrlOf(env['HANDSEL_URL'], host, port),
    proxies: wholeNumber('HANDSEL_PROXIES', env['HANDSEL_PROXIES'] ?? '0', 10),
    database: databaseOf(env['HANDSEL_DATABASE']),
    dataPath: env['HANDSEL_DATA'] ?? '.handsel/handsel.db',
    smtp: smtpOf(env['HANDSEL_SMTP']),
    mailFrom: env['HANDSEL_MAIL_FROM'] ?? 'Handsel <contracts@localhost>',
    stripe,
    testMode,
    policy: readPolicy(env['HANDSEL_POLICY']),
    freelancer: {
      name: env['HANDSEL_FREELANCER_NAME'] ?? 'Robin Vale',
      email: (env['HANDSEL_FREELANCER_EMAIL'] ?? 'robin@vale.example').toLowerCase(),
      currency: currencyOf(env['HANDSEL_CURRENCY'] ?? 'USD'),
    },
  };
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > most) throw new Error(`${name} must be a whole number from 0 to ${most}.`);
  return number;
}

function publicUrlOf(text: string | undefined, host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const url = text ?? `http://${shown}:${port}`;
  if (!/^https?:\/\/[^/]+$/.test(url))
    throw new Error('HANDSEL_URL must be an origin such as https://contracts.vale.example.');
  return url;
}

function databaseOf(text: string | undefined): string | undefined {
  if (text !== undefined && !/^postgres(ql)?:\/\//.test(text)) {
    throw new Error('HANDSEL_DATABASE must begin with postgres://. For SQLite leave it out and set HANDSEL_DATA.');
  }
  return text;
}

function smtpOf(text: string | undefined): string | undefined {
  if (text !== undefined && !(/^smtps?:\/\/[^/]/.test(text) && URL.canParse(text))) {
    throw new Error('HANDSEL_SMTP must be an address such as smtp://user:password@mail.example:587.');
  }
  return text;
}

function currencyOf(code: string): string {
  if (!isCurrency(code)) throw new Error('HANDSEL_CURRENCY must be a code of ISO 4217, such as USD.');
  return code;
}

function stripeOf(env: Readonly<Record<string, string | undefined>>): Environment['stripe'] {
  const secretKey = env['HANDSEL_STRIPE_SECRET_KEY'];
  if (secretKey === undefined) return undefined;
  const webhookSecret = env['HANDSEL_STRIPE_WEBHOOK_SECRET'];
  if (!webhookSecret) {
    throw new Error('HANDSEL_STRIPE_SECRET_KEY needs HANDSEL_STRIPE_WEBHOOK_SECRET too.');
  }
  return { secretKey, webhookSecret };
}
