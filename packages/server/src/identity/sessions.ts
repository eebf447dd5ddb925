import { instantOf, millisecondsOf, type PartyId, Refusal, type Session, sha256 } from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import { newToken } from '../chance.ts';
import { type Call, loadVisible, subjectOf } from '../contracts/execute.ts';
import { addressOf } from '../http/address.ts';
import { LIFETIMES } from '../settings.ts';
import { addSession, revokeSession, type SessionRecord } from '../store/credentials.ts';
import { isClient } from '../store/invitations.ts';
import { ensureParty, partyOfEmail, type PartyAccount, renameParty } from '../store/parties.ts';
import type { Reader, Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { sendCode, tryCode } from './codes.ts';
import { isForeignPage, isOwnPage, sessionCookie } from './cookies.ts';
import type { Subject } from './subject.ts';

type Names =
  | 'sessions.requestCode'
  | 'sessions.create'
  | 'sessions.retrieve'
  | 'sessions.delete'
  | 'sessions.mint'
  | 'party.update';

/** Signing in and out, and sessions for pages of an integrator. */
export function sessionHandlers(world: World): Pick<Handlers<Subject>, Names> {
  return {
    'sessions.requestCode': async ({ email: typed }, call) => {
      refuseForeignPage(world, call);
      world.limiter.take('signInPerAddress', addressOf(call.request));
      const email = typed.toLowerCase();
      return world.store.write(async (tx) => {
        const to = (await isKnown(tx, email)) ? email : null;
        return { expiresAt: await sendCode(world, tx, { purpose: 'signin', subject: email }, to) };
      });
    },
    'sessions.create': (typed, call) => signIn(world, call, typed),
    'sessions.retrieve': async (_, call) => sessionView(world, subjectOf(call), null),
    'sessions.delete': async (_, call) => {
      const { credentialId } = subjectOf(call);
      await world.store.write((tx) => revokeSession(tx, credentialId, world.clock.now()));
      call.header('Set-Cookie', sessionCookie(world, '', 0));
    },
    'sessions.mint': (wish, call) => mint(world, call, wish),
    'party.update': async (changes, call) => {
      const subject = subjectOf(call);
      const { name = subject.name, company = subject.company } = changes;
      await world.store.write((tx) => renameParty(tx, subject.partyId, { name, company }, world.clock.now()));
      return sessionView(world, { ...subject, name, company }, null);
    },
  };
}

type SignIn = Parameters<Handlers<Subject>['sessions.create']>[0];

async function signIn(world: World, call: Call, { email: typed, code, role }: SignIn): Promise<Session> {
  refuseForeignPage(world, call);
  world.limiter.take('signInPerAddress', addressOf(call.request));
  const email = typed.toLowerCase();
  const outcome = await world.store.write(async (tx) => {
    const tried = await tryCode(world, tx, { purpose: 'signin', subject: email }, code);
    if (!tried.right) return tried.refusal;
    if (!(await isKnown(tx, email))) return new Refusal('CODE_INVALID');
    const party = await accountOf(world, tx, email, null);
    const side = party.freelancerSince !== null && role !== 'client' ? 'freelancer' : 'client';
    return startHosted(world, tx, party, side);
  });
  if (outcome instanceof Refusal) throw outcome;
  return signedIn(world, call, outcome);
}

// Both are asked, whatever the first says: a stranger must cost no more than anybody else.
async function isKnown(q: Reader, email: string): Promise<boolean> {
  const party = await partyOfEmail(q, email);
  const client = await isClient(q, email);
  return party !== undefined || client;
}

/** The account of an address that was proved or vouched for; a client's is made at the first need. */
export async function accountOf(world: World, tx: Tx, email: string, name: string | null): Promise<PartyAccount> {
  const wanted = { email, name, company: null, currency: 'USD', freelancer: false };
  const { party } = await ensureParty(tx, wanted, { newId: world.newId, now: world.clock.now() });
  return party;
}

/** A session that has just begun, with its token. */
export interface Started {
  readonly token: string;
  readonly subject: Subject;
}

/**
 * Who signs in may move money, so codes are only sent and taken on the backend's own pages, or outside a browser.
 * @throws {Refusal} `ORIGIN_DENIED`
 */
export function refuseForeignPage(world: World, call: Call): void {
  if (!isForeignPage(world, call.request)) return;
  const detail = 'People sign in on the pages of the backend itself. Open them there, or mint a session for this page.';
  throw new Refusal('ORIGIN_DENIED', { detail });
}

/** Begins a session for the backend's own pages: those of nobody else may use it. */
export function startHosted(world: World, tx: Tx, party: PartyAccount, role: Subject['role']): Promise<Started> {
  const expiresAt = instantOf(millisecondsOf(world.clock.now()) + LIFETIMES.hostedSessionMs);
  return start(world, tx, party, { kind: 'hosted', role, contractId: null, origins: [], expiresAt });
}

async function start(
  world: World,
  tx: Tx,
  { id, email, name, company }: PartyAccount,
  session: Omit<SessionRecord, 'partyId'>,
): Promise<Started> {
  const token = newToken('ses', world.random);
  const hash = await sha256(token);
  await addSession(tx, hash, { ...session, partyId: id }, world.clock.now());
  const { kind, role, contractId, expiresAt } = session;
  return {
    token,
    subject: { kind, role, partyId: id, email, name, company, contractId, credentialId: hash, expiresAt },
  };
}

/** Answers a new session: to a page of our own as a cookie that no script can read, to anybody else as a token. */
export function signedIn(world: World, call: Call, { token, subject }: Started): Session {
  if (!isOwnPage(world, call.request)) return sessionView(world, subject, token);
  call.header('Set-Cookie', sessionCookie(world, token, LIFETIMES.hostedSessionMs / 1000));
  return sessionView(world, subject, null);
}

function sessionView(world: World, subject: Subject, token: string | null): Session {
  const { kind, role, partyId, name, email, company, contractId, expiresAt } = subject;
  if (kind === 'none' || kind === 'publishable' || kind === 'secret' || expiresAt === null) {
    throw new Refusal('CALLER_NOT_ALLOWED');
  }
  const party = { id: partyId, name, email, company };
  return { token, kind, role, party, contractId, expiresAt, simulated: world.payments.simulated };
}

type Mint = Parameters<Handlers<Subject>['sessions.mint']>[0];

const LONGEST_EMBEDDED_S = 900;

function mint(world: World, call: Call, { role, contractId, origins, trusted, expiresIn }: Mint): Promise<Session> {
  const subject = subjectOf(call);
  const wrong = (pointer: string, message: string) =>
    new Refusal('VALIDATION', { errors: [{ pointer, code: 'required', message }] });
  if (role === 'client' && contractId === undefined)
    throw wrong('/contractId', "A client's session is for one contract.");
  if (trusted && !origins?.length) throw wrong('/origins', 'A trusted session names the origins it may be used from.');
  const expiresAt = instantOf(millisecondsOf(world.clock.now()) + (expiresIn ?? LONGEST_EMBEDDED_S) * 1000);
  const session = { kind: trusted ? 'trusted' : 'embedded', role, contractId: contractId ?? null } as const;
  return world.store.write(async (tx) => {
    const party = await partyFor(world, tx, subject, session);
    const started = await start(world, tx, party, { ...session, origins: origins ?? null, expiresAt });
    return sessionView(world, started.subject, started.token);
  });
}

async function partyFor(
  world: World,
  tx: Tx,
  subject: Subject,
  { role, contractId }: Pick<SessionRecord, 'role' | 'contractId'>,
): Promise<PartyAccount> {
  const contract = contractId === null ? undefined : await loadVisible(tx, contractId, subject);
  if (role === 'freelancer' || !contract) return own(tx, subject.email, subject.partyId);
  if (contract.status === 'draft') throw new Refusal('NOT_FOUND');
  return accountOf(world, tx, contract.client.email, contract.client.name);
}

async function own(tx: Tx, email: string, id: PartyId): Promise<PartyAccount> {
  const party = await partyOfEmail(tx, email);
  if (party?.id !== id) throw new Refusal('UNAUTHENTICATED');
  return party;
}
