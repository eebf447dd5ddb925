const METHODS = 'GET, POST, PATCH, DELETE';
const HEADERS = 'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Last-Event-ID';
const EXPOSED = 'ETag, Idempotent-Replayed, Request-Id, Retry-After';

/** Says whether some key may be used from an origin. */
export type OriginCheck = (origin: string) => Promise<boolean>;

/**
 * Answers preflights and marks answers for pages of other origins.
 *
 * Credentials are never allowed across origins: there is no cookie to ride on, only keys and sessions sent by hand.
 */
export async function withCors(
  request: Request,
  isAllowed: OriginCheck,
  answer: () => Promise<Response>,
): Promise<Response> {
  const origin = request.headers.get('origin');
  if (origin === null) return answer();
  const allowed = origin === new URL(request.url).origin || (await isAllowed(origin));
  if (request.method === 'OPTIONS') return preflight(origin, allowed);
  const response = await answer();
  response.headers.append('Vary', 'Origin');
  if (allowed) {
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Expose-Headers', EXPOSED);
  }
  return response;
}

function preflight(origin: string, allowed: boolean): Response {
  const headers = new Headers({ Vary: 'Origin' });
  if (allowed) {
    headers.set('Access-Control-Allow-Origin', origin);
    headers.set('Access-Control-Allow-Methods', METHODS);
    headers.set('Access-Control-Allow-Headers', HEADERS);
    headers.set('Access-Control-Max-Age', '600');
  }
  return new Response(null, { status: 204, headers });
}
