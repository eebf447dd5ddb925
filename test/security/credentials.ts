import { addHours, type ContractId, type Role, sha256 } from '@handsel/protocol';
import { newToken } from '../../packages/server/src/chance.ts';
import { addKey, addSession, revokeSession, type SessionRecord } from '../../packages/server/src/store/credentials.ts';
import { ensureParty } from '../../packages/server/src/store/parties.ts';
import { ORIGIN, type TestApp } from '../../packages/server/src/testing/app.ts';

/** The headers that show who asks, and from where. */
export type Credential = Readonly<Record<string, string>>;

/** Where the integrator's pages are. */
export const TRUSTED_PAGE = 'https://app.vale.example';

/** A page that nobody vouches for. */
export const HOSTILE_PAGE = 'https://evil.example';

const bearer = (token: string, origin?: string): Credential => ({
  authorization: `Bearer ${token}`,
  ...(origin !== undefined && { origin }),
});

/** The people of the tests: Robin and Kim have the contract, Max and Ada have nothing to do with it. */
export const EMAILS = {
  freelancer: 'robin@vale.example',
  client: 'kim@arden.example',
  strangeFreelancer: 'max@oak.example',
  strangeClient: 'ada@yew.example',
} as const;

interface Wish {
  readonly kind: SessionRecord['kind'];
  readonly role: Role;
  readonly email: string;
  readonly contractId?: string;
  readonly origins?: string[];
  readonly hours?: number;
}

/** A session's token, as minting or signing in would have given it. */
export async function sessionToken({ world, store, now }: TestApp, wish: Wish): Promise<string> {
  const { kind, role, email, contractId = null, origins = null, hours = 0.25 } = wish;
  const token = newToken('ses', world.random);
  await store.write(async (tx) => {
    const wanted = { email, name: null, company: null, currency: 'USD', freelancer: role === 'freelancer' };
    const { party } = await ensureParty(tx, wanted, { newId: world.newId, now: now() });
    const session = { kind, role, partyId: party.id, contractId: contractId as ContractId | null, origins };
    await addSession(tx, await sha256(token), { ...session, expiresAt: addHours(now(), hours) }, now());
  });
  return token;
}

/** A key of a freelancer's account. */
export async function keyOf(
  { world, store, now }: TestApp,
  kind: 'publishable' | 'secret',
  email: string,
  origins: string[] | null = null,
): Promise<string> {
  const key = newToken(kind === 'secret' ? 'sk_test' : 'pk_test', world.random);
  await store.write(async (tx) => {
    const wanted = { email, name: 'Somebody', company: null, currency: 'USD', freelancer: true };
    const { party } = await ensureParty(tx, wanted, { newId: world.newId, now: now() });
    const publicValue = kind === 'publishable' ? key : null;
    const record = { kind, partyId: party.id, origins, label: 'test', last4: key.slice(-4), publicValue };
    await addKey(tx, { ...record, hash: await sha256(key) }, now());
  });
  return key;
}

/** Every credential there is, by what it is called in the matrix: good ones, foreign ones and broken ones. */
export async function allCredentials(app: TestApp, own: string, other: string): Promise<Record<string, Credential>> {
  return {
    none: {},
    ...(await keys(app)),
    ...(await embedded(app, own, other)),
    ...(await hosted(app)),
    ...(await trusted(app, own)),
    ...(await broken(app)),
    ...(await cookies(app)),
  };
}

async function keys(app: TestApp): Promise<Record<string, Credential>> {
  const { publishableKey, secretKey } = app.first;
  return {
    publishable: bearer(publishableKey),
    'publishable, other freelancer': bearer(await keyOf(app, 'publishable', EMAILS.strangeFreelancer)),
    secret: bearer(secretKey ?? ''),
    'secret, other freelancer': bearer(await keyOf(app, 'secret', EMAILS.strangeFreelancer)),
    'secret, sent by a page': bearer(secretKey ?? '', ORIGIN),
  };
}

async function embedded(app: TestApp, own: string, other: string): Promise<Record<string, Credential>> {
  const session = (role: Role, contractId?: string) =>
    sessionToken(app, { kind: 'embedded', role, email: EMAILS[role], ...(contractId !== undefined && { contractId }) });
  return {
    'embedded freelancer': bearer(await session('freelancer', own)),
    'embedded freelancer, all contracts': bearer(await session('freelancer')),
    'embedded freelancer, other contract': bearer(await session('freelancer', other)),
    'embedded client': bearer(await session('client', own)),
    'embedded client, other contract': bearer(await session('client', other)),
  };
}

async function hosted(app: TestApp): Promise<Record<string, Credential>> {
  const { freelancer, client, strangeFreelancer, strangeClient } = EMAILS;
  const session = (role: Role, email: string) => app.sessionFor(role, email);
  return {
    'hosted freelancer': bearer(await session('freelancer', freelancer)),
    'hosted client': bearer(await session('client', client)),
    'hosted client, sent by another site': bearer(await session('client', client), HOSTILE_PAGE),
    'hosted freelancer, a stranger': bearer(await session('freelancer', strangeFreelancer)),
    'hosted client, a stranger': bearer(await session('client', strangeClient)),
  };
}

async function trusted(app: TestApp, contractId: string): Promise<Record<string, Credential>> {
  const session = (role: Role) =>
    sessionToken(app, { kind: 'trusted', role, email: EMAILS[role], contractId, origins: [TRUSTED_PAGE] });
  return {
    'trusted freelancer': bearer(await session('freelancer'), TRUSTED_PAGE),
    'trusted client': bearer(await session('client'), TRUSTED_PAGE),
    'trusted client, from nowhere': bearer(await session('client')),
    'trusted client, sent by another site': bearer(await session('client'), HOSTILE_PAGE),
  };
}

async function broken(app: TestApp): Promise<Record<string, Credential>> {
  const wish = { kind: 'hosted', role: 'client', email: EMAILS.client } as const;
  const revoked = await sessionToken(app, wish);
  const hash = await sha256(revoked);
  await app.store.write((tx) => revokeSession(tx, hash, app.now()));
  return {
    'expired session': bearer(await sessionToken(app, { ...wish, hours: -1 })),
    'revoked session': bearer(revoked),
    'garbage token': bearer('ses_garbage_garbage_garbage'),
    'garbage header': { authorization: 'Basic cm9iaW46cm9iaW4=' },
  };
}

async function cookies(app: TestApp): Promise<Record<string, Credential>> {
  const cookie = async (role: Role) => `handsel=${await app.sessionFor(role, EMAILS[role])}`;
  return {
    'cookie freelancer, own page': {
      cookie: await cookie('freelancer'),
      'sec-fetch-site': 'same-origin',
      origin: ORIGIN,
    },
    'cookie client, own page': { cookie: await cookie('client'), 'sec-fetch-site': 'same-origin', origin: ORIGIN },
    'cookie client, other site': {
      cookie: await cookie('client'),
      'sec-fetch-site': 'cross-site',
      origin: HOSTILE_PAGE,
    },
    'cookie client, no word of the site': { cookie: await cookie('client') },
  };
}
