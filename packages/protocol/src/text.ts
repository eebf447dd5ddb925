import * as z from 'zod/mini';
import { LINE, LINES } from './lines.ts';
import { LONGEST } from './longest.ts';
import type { Schema } from './schema.ts';

const EMAIL =
  /^[^\s@<>(),;:"\\\u0000-\u001f\u007f\ud800-\udfff]{1,64}@[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*\.[A-Za-z]{2,63}$/u;

// @__NO_SIDE_EFFECTS__
const line = (longest: number): Schema<string> => z.string().check(z.minLength(1), z.maxLength(longest), z.regex(LINE));
// @__NO_SIDE_EFFECTS__
const lines = (longest: number): Schema<string> => z.string().check(z.maxLength(longest), z.regex(LINES));

/** What something is called: one line. */
export const Title: Schema<string> = line(LONGEST.title);
/** The name of a person or a company: one line. */
export const Name: Schema<string> = line(LONGEST.name);
/** What will be delivered, in a few sentences. */
export const Description: Schema<string> = lines(LONGEST.description);
/** The freelancer's own terms. */
export const TermsText: Schema<string> = lines(LONGEST.terms);
/** A note from one side to the other. */
export const Note: Schema<string> = lines(LONGEST.note);
/** A note that must say something. */
export const RequiredNote: Schema<string> = z.string().check(z.maxLength(LONGEST.note), z.regex(/\S/), z.regex(LINES));
/** Why something was declined, ended or paid in part. */
export const Reason: Schema<string> = lines(LONGEST.reason);
/** A six-digit code from a mail. */
export const EmailCode: Schema<string> = z.string().check(z.regex(/^\d{6}$/));
/** An e-mail address. */
export const Email: Schema<string> = z.string().check(z.maxLength(254), z.regex(EMAIL));
/** A credential, or the secret part of a link. */
export const Token: Schema<string> = z.string().check(z.regex(/^[0-9A-Za-z_-]{16,200}$/));
/** What a payment provider calls a way to pay: `checkout`, `pm_…`. */
export const PaymentMethodId: Schema<string> = z.string().check(z.regex(/^[0-9A-Za-z_-]{1,200}$/));
/** A SHA-256 in hexadecimal. */
export const Sha256: Schema<string> = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** A web origin, such as `https://vale.example`. */
export const Origin: Schema<string> = z.string().check(z.maxLength(253), z.regex(/^https?:\/\/[0-9A-Za-z.:[\]-]+$/));
