import { isHTTPError, type HTTPError, type RetryOptions } from 'ky';
import { problemIn } from './answer.ts';
import { backOff } from './back-off.ts';
import type { Clock } from './clock.ts';
import { HandselError } from './errors.ts';
import { offline } from './offline.ts';

// Who is to wait longer than this is told so, instead of looking at a button that does nothing.
const LONGEST_WAIT_MS = 30_000;
const AGAIN = [408, 429, 502, 503, 504];

/** What the repetitions of one call depend on. */
export interface Patience {
  /** How often it is sent, at most. A repetition with a fresh token comes on top, once. */
  readonly attempts: number;
  /** Milliseconds for all of it. */
  readonly within: number;
  /** Whether a session that is over can be renewed by asking for a fresh token. */
  readonly renewable: boolean;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
}

function waitOf({ response }: HTTPError, clock: Clock): number {
  const value = response.headers.get('retry-after') ?? '';
  const wait = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - clock.now();
  return wait > 0 ? wait : 0;
}

function worthRepeating(status: number, code: string | undefined): boolean {
  if (status === 409) return code === 'IDEMPOTENCY_RUNNING';
  // A locked code stays locked: only a new one helps.
  return AGAIN.includes(status) && code !== 'CODE_LOCKED';
}

/** Whether the backend says that the token it was given is good no more. */
function sessionIsOver(status: number, code: string | undefined): boolean {
  return status === 401 && (code === 'SESSION_EXPIRED' || code === 'UNAUTHENTICATED');
}

/** When a call is sent again: ky asks after each attempt that failed. */
export function retryOptions({ attempts, within, renewable, signal, clock }: Patience): RetryOptions {
  const end = clock.now() + within;
  let attempt = 0;
  let renewed = false;
  let pause = 0;
  const after = (milliseconds: number) => {
    pause = milliseconds;
    return attempt < attempts && clock.now() + pause < end;
  };
  const shouldRetry = async (error: Error) => {
    if (error instanceof HandselError || signal?.aborted) return false;
    attempt += 1;
    if (!isHTTPError(error)) return !offline() && after(backOff(attempt, clock));
    const { status } = error.response;
    const code = (await problemIn(error.data))?.code;
    if (renewable && !renewed && sessionIsOver(status, code)) {
      renewed = true;
      attempt -= 1;
      return after(0);
    }
    const wait = waitOf(error, clock);
    // On top of what the server asks for, or all its clients would come back in the same moment.
    return worthRepeating(status, code) && wait <= LONGEST_WAIT_MS && after(wait + backOff(attempt, clock));
  };
  return {
    limit: attempts,
    // Every write has its key, so every call may be repeated.
    methods: ['get', 'post', 'put', 'patch', 'delete'],
    shouldRetry: ({ error }) => shouldRetry(error),
    delay: () => pause,
  };
}
