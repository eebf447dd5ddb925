import { cookieName } from '@handsel/protocol/backend';
import type { World } from '../world.ts';

/** The cookie that signs in; with an empty token the one that signs out. */
export function sessionCookie({ settings }: World, token: string, seconds: number): string {
  const secure = settings.publicUrl.startsWith('https:') ? '; Secure' : '';
  const age = token === '' ? 0 : seconds;
  return `${cookieName(settings.publicUrl)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure}`;
}

/** The token of the session's cookie, where the request comes from a page of this backend itself. */
export function cookieToken(world: World, request: Request): string | undefined {
  if (!isOwnPage(world, request)) return undefined;
  const name = `${cookieName(world.settings.publicUrl)}=`;
  const pairs = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const token = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
  return token === '' ? undefined : token;
}

/** Whether a page of this very origin asks: a cookie that another site makes a browser send counts for nothing. */
export function isOwnPage(world: World, request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && isOwnOrigin(world, request, origin);
}

/** Whether an origin is the backend's own: the one it was told, or the one it was just reached by. */
export function isOwnOrigin({ settings }: World, request: Request, origin: string): boolean {
  return origin === settings.publicUrl || origin === new URL(request.url).origin;
}

/** Whether a page of somebody else asks; a server, an app or a script of the command line is no page. */
export function isForeignPage(world: World, request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  if (origin !== null && !isOwnOrigin(world, request, origin)) return true;
  return site === 'cross-site' || site === 'same-site';
}
