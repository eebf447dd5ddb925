import { addHours, type Instant, Refusal, sha256 } from '@handsel/protocol';
import { newCode } from '../chance.ts';
import { queueCode } from '../mail/queue.ts';
import { addCode, type CodePurpose, newestCode, takeTry, useCode } from '../store/email-codes.ts';
import { takeWindow } from '../store/rate-windows.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';

/**
 * Makes a code and mails it, if there is anybody to mail it to. Everything but the mail happens for strangers too, so
 * that nobody learns from an answer, or from the time it takes, who has an account.
 * @throws {Refusal} `RATE_LIMITED`
 */
export async function sendCode(world: World, tx: Tx, purpose: CodePurpose, to: string | null): Promise<Instant> {
  const now = world.clock.now();
  await takeWindow(tx, 'codes', `${purpose.purpose} ${purpose.subject}`, now);
  const id = world.newId('cod');
  const code = newCode(world.random);
  const expiresAt = addHours(now, world.settings.policy.emailCodeTtlMinutes / 60);
  await addCode(tx, { ...purpose, id, codeHash: await hashOf(id, code), sentAt: now, expiresAt });
  if (to !== null) await queueCode(world, tx, to, code);
  return expiresAt;
}

/** How a try with a code ended. A refusal is not thrown: the try must be counted, so its transaction must not fail. */
export type CodeTry = { readonly right: true } | { readonly right: false; readonly refusal: Refusal };

/** Tries a code. The right one works once. */
export async function tryCode(world: World, tx: Tx, purpose: CodePurpose, typed: string): Promise<CodeTry> {
  const { emailCodeMaxTries: most } = world.settings.policy;
  const now = world.clock.now();
  const newest = await newestCode(tx, purpose);
  if (!newest || newest.used_at !== null || newest.expires_at <= now) return wrong('CODE_INVALID');
  const tries = await takeTry(tx, newest.id, most);
  if (tries === undefined) return wrong('CODE_LOCKED');
  if ((await hashOf(newest.id, typed)) !== newest.code_hash) {
    return tries === most ? wrong('CODE_LOCKED') : wrong('CODE_INVALID', most - tries);
  }
  await useCode(tx, newest.id, now);
  return { right: true };
}

function wrong(code: 'CODE_INVALID' | 'CODE_LOCKED', remaining?: number): CodeTry {
  const pointer = { pointer: '/code', code: code.toLowerCase() };
  const extras = code === 'CODE_INVALID' ? { errors: [pointer] } : {};
  return { right: false, refusal: new Refusal(code, { ...extras, ...(remaining !== undefined && { remaining }) }) };
}

// With the id in it, equal codes of two people have different hashes.
function hashOf(id: string, code: string): Promise<string> {
  return sha256(`${id} ${code}`);
}
