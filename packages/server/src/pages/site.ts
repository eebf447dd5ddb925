import { deleteSession, retrieveSession, type Session } from '@handsel/protocol';
import type { Hono } from 'hono';
import { isOwnPage } from '../identity/cookies.ts';
import type { World } from '../world.ts';
import { PageCalls, Refused } from './calls.ts';
import { desk, reviews } from './contract-list.ts';
import { create, edit } from './draft-page.ts';
import { type Form, readForm } from './form.ts';
import { invitation } from './invitation.ts';
import { failedPage, foreignFormPage, notFoundPage } from './not-found.ts';
import { respond } from './respond.ts';
import { review } from './review.ts';
import { settings } from './settings.ts';
import { isSigningIn, signIn, signInPage } from './sign-in.ts';
import type { Outcome, PageName, Room, Visit } from './visit.ts';
import { workroom } from './workroom.ts';

/** What the hosted pages need: the world's facts, and the API as anybody else has it. */
export interface Site {
  readonly world: World;
  readonly api: (request: Request) => Promise<Response>;
}

const ROOMS: readonly (readonly [path: string, name: PageName, room: Room])[] = [
  ['/', 'desk', desk],
  ['/contracts/new', 'create', create],
  ['/contracts/:contractId', 'contract', workroom],
  ['/contracts/:contractId/edit', 'edit', edit],
  ['/settings', 'settings', settings],
  ['/review', 'reviews', reviews],
  ['/review/:contractId', 'review', review],
  ['/invitation', 'invitation', invitation],
  ['/invitation/:token', 'invitation', invitation],
];

/** Puts the hosted pages at their addresses. */
export function mountSite(outside: Hono, site: Site): void {
  for (const [path, name, room] of ROOMS) {
    outside.get(path, ({ req }) => answer(site, req.raw, (visit) => show(visit, name, room)));
    outside.post(path, ({ req }) => submitted(site, req.raw, (visit, form) => act(visit, name, room, form)));
  }
  outside.post('/sign-out', ({ req }) => submitted(site, req.raw, signOut));
}

/** Answers a request with a page, in the frame of whoever asks. */
export async function answer(
  { world, api }: Site,
  request: Request,
  work: (visit: Visit) => Promise<Outcome>,
): Promise<Response> {
  const url = new URL(request.url);
  const calls = new PageCalls(request, api);
  let session: Session | null = null;
  const frame = () => ({ session, path: url.pathname, simulated: world.payments.simulated });
  try {
    session = await sessionOf(calls, request);
    return respond(await work({ url, calls, session, newKey: () => world.newId('form') }), frame());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { problem } = error;
    return respond(problem.code === 'NOT_FOUND' ? notFoundPage : failedPage(problem), frame());
  }
}

/** Answers a form, if a page of ours has sent it. */
export async function submitted(
  site: Site,
  request: Request,
  work: (visit: Visit, form: Form) => Promise<Outcome>,
): Promise<Response> {
  const form = isOwnPage(site.world, request) ? await readForm(request) : undefined;
  return answer(site, request, async (visit) => (form ? work(visit, form) : foreignFormPage));
}

async function sessionOf(calls: PageCalls, request: Request): Promise<Session | null> {
  if (!request.headers.has('cookie')) return null;
  const answered = await calls.make(retrieveSession, {});
  if (answered.ok) return answered.value;
  if (answered.problem.status === 401) return null;
  throw new Refused(answered.problem);
}

async function show(visit: Visit, name: PageName, room: Room): Promise<Outcome> {
  if (room.side !== undefined && !visit.session) return signInPage(visit, { name, side: room.side });
  return room.show(visit);
}

const SIGNED_OUT = 'You were signed out. Nothing was sent or charged. Sign in to go on.';

async function act(visit: Visit, name: PageName, room: Room, form: Form): Promise<Outcome> {
  const { side } = room;
  if (side !== undefined && isSigningIn(form)) return signIn(visit, { name, side }, form);
  const door = side !== undefined && { name, side, text: SIGNED_OUT };
  if (door && !visit.session) return signInPage(visit, door);
  try {
    return await (room.act ?? room.show)(visit, form);
  } catch (error) {
    // The session may run out between the press and its answer.
    if (door && error instanceof Refused && error.problem.status === 401) return signInPage(visit, door);
    throw error;
  }
}

async function signOut({ calls }: Visit): Promise<Outcome> {
  const answered = await calls.make(deleteSession, {});
  return { to: '/', cookies: answered.ok ? answered.cookies : [] };
}
