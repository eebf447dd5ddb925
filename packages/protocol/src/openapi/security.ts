import { cookieName } from '../backend/cookie.ts';
import type { CallerKind } from '../operation.ts';
import type { Json } from './schemas.ts';

const bearer = (description: string): Json => ({ type: 'http', scheme: 'bearer', description });

type Scheme = 'publishableKey' | 'secretKey' | 'session' | 'sessionCookie';

/** How a caller may say who it is, at a backend with that address. */
export function securitySchemes(serverUrl: string): Record<Scheme, Json> {
  return {
    publishableKey: bearer('A publishable key, `pk_…`. It may stand in public HTML.'),
    secretKey: bearer('A secret key, `sk_…`. It stays on the server of the integrator.'),
    session: bearer('The token of a session, embedded, hosted or trusted.'),
    sessionCookie: {
      type: 'apiKey',
      in: 'cookie',
      name: cookieName(serverUrl),
      description: "A hosted session on the backend's own pages, where no script can read it.",
    },
  };
}

const SCHEMES: Readonly<Record<CallerKind, readonly Scheme[]>> = {
  none: [],
  publishable: ['publishableKey'],
  embedded: ['session'],
  hosted: ['session', 'sessionCookie'],
  trusted: ['session'],
  secret: ['secretKey'],
};

/** What a call may be made with; empty where it needs nothing. */
export function securityOf(callers: readonly CallerKind[]): Record<string, never[]>[] {
  return [...new Set(callers.flatMap((caller) => SCHEMES[caller]))].map((scheme) => ({ [scheme]: [] }));
}
