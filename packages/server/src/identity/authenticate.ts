import { type Instant, Refusal, sha256 } from '@handsel/protocol';
import type { Caller } from '@handsel/protocol/backend';
import { whileReachable } from '../http/reachable.ts';
import { findKey, findSession, type KeyRecord, type SessionRecord } from '../store/credentials.ts';
import { loadParty, type PartyAccount } from '../store/parties.ts';
import type { Reader } from '../store/store.ts';
import type { World } from '../world.ts';
import { cookieToken, isOwnOrigin } from './cookies.ts';
import type { Subject } from './subject.ts';

/** Makes the function that finds out who calls, from a key, a session's token or the cookie of our own pages. */
export function createAuthenticate(world: World): (request: Request) => Promise<Caller<Subject>> {
  return async (request) => {
    const token = tokenOf(world, request);
    if (token === undefined) return { kind: 'none' };
    const hash = await sha256(token);
    const subject = await whileReachable(() => world.store.read((q) => subjectOf(world, q, token, hash, request)));
    return { kind: subject.kind, role: subject.role, subject };
  };
}

function tokenOf(world: World, request: Request): string | undefined {
  const header = request.headers.get('authorization');
  if (header === null) return cookieToken(world, request);
  const token = /^Bearer ([0-9A-Za-z_-]{16,200})$/i.exec(header)?.[1];
  if (token === undefined) throw new Refusal('UNAUTHENTICATED');
  return token;
}

async function subjectOf(world: World, q: Reader, token: string, hash: string, request: Request): Promise<Subject> {
  if (token.startsWith('pk_') || token.startsWith('sk_')) {
    const key = await findKey(q, hash);
    if (!key) throw new Refusal('UNAUTHENTICATED');
    return keySubject(world, key, await accountOf(q, key.partyId), hash, request);
  }
  const session = await findSession(q, hash, world.clock.now());
  if (session === undefined) throw new Refusal('UNAUTHENTICATED');
  if (session === 'over') throw new Refusal('SESSION_EXPIRED');
  checkOrigin(world, session, request);
  const { kind, role, contractId, expiresAt } = session;
  return { ...personOf(await accountOf(q, session.partyId)), kind, role, contractId, credentialId: hash, expiresAt };
}

function keySubject(world: World, key: KeyRecord, account: PartyAccount, hash: string, request: Request): Subject {
  if (key.kind === 'secret' && request.headers.has('origin')) {
    const detail =
      'A secret key belongs on a server. A page sent it: replace the key, and give pages a session instead.';
    throw new Refusal('ORIGIN_DENIED', { detail });
  }
  checkOrigin(world, key, request);
  const rest = { role: 'freelancer', contractId: null, credentialId: hash, expiresAt: null } as const;
  return { ...personOf(account), kind: key.kind, ...rest };
}

/** Which origin asks, only a browser says honestly. A list keeps other sites' pages out, not other sites' servers. */
function checkOrigin(world: World, { kind, origins }: KeyRecord | SessionRecord, request: Request): void {
  const origin = request.headers.get('origin');
  if (origins === null) return;
  // Money may only move where the integrator vouches for the page, so a trusted session must say where it is.
  if (origin === null && kind !== 'trusted') return;
  if (origin !== null && (origins.includes(origin) || isOwnOrigin(world, request, origin))) return;
  throw new Refusal('ORIGIN_DENIED');
}

async function accountOf(q: Reader, id: PartyAccount['id']): Promise<PartyAccount> {
  const account = await loadParty(q, id);
  if (!account) throw new Refusal('UNAUTHENTICATED');
  return account;
}

/** Whether the credential of a call that goes on for long has not ended meanwhile. */
export async function stillHolds(q: Reader, { kind, credentialId }: Subject, now: Instant): Promise<boolean> {
  if (kind === 'publishable' || kind === 'secret') return (await findKey(q, credentialId)) !== undefined;
  const session = await findSession(q, credentialId, now);
  return session !== undefined && session !== 'over';
}

function personOf({ id, email, name, company }: PartyAccount) {
  return { partyId: id, email, name, company };
}
