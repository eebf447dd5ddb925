import ky, { isHTTPError, isNetworkError, isTimeoutError, type Options } from 'ky';
import { refusalOf } from './answer.ts';
import type { Credential } from './credential.ts';
import { ConnectionError, HandselError } from './errors.ts';
import { heed } from './heed.ts';
import { offline } from './offline.ts';
import type { Prepared } from './prepare.ts';
import { retryOptions } from './retry.ts';
import type { Settings } from './settings.ts';

// Loaded with the first request, and ky with it: what is imported here weighs nothing before that.

/** How one call is sent. */
export interface Manner {
  readonly settings: Settings;
  readonly credential: Credential;
  /** How often, at most. */
  readonly attempts: number;
  /** Whether the answer is read to its end here, or goes on. */
  readonly whole: boolean;
}

/**
 * Sends a call until it is answered, or until it makes no sense any more.
 * @throws {HandselError} for everything but a success: what ky throws holds the request, and with it the token.
 */
export async function exchange(call: Prepared, manner: Manner): Promise<Response> {
  const sending = begin(call, manner);
  try {
    return await sending;
  } catch (error) {
    throw await failureOf(error, call, timeoutOf(call, manner));
  }
}

/** ky builds the request at once, and sends it later. */
function begin(call: Prepared, manner: Manner): Promise<Response> {
  const { operation, path } = call;
  const { url } = manner.settings;
  try {
    return ky(url + path, optionsOf(call, manner));
  } catch (cause) {
    const why = `"${url}" is no address of a backend, or a header is malformed, so nothing was sent.`;
    throw new HandselError('MISUSE', `${operation}: ${why}`, { operation, cause });
  }
}

function timeoutOf({ options }: Prepared, { settings }: Manner): number {
  return options.timeout ?? settings.timeout;
}

function optionsOf(call: Prepared, manner: Manner): Options {
  const { method, headers, body, options } = call;
  const { credential, attempts } = manner;
  const { signal } = options;
  const timeout = timeoutOf(call, manner);
  const within = timeout * attempts;
  return {
    method,
    headers,
    ...(body !== undefined && { body }),
    ...(signal && { signal }),
    // Contracts have no business in the browser's cache, and a cookie only where it is all we have.
    cache: 'no-store',
    credentials: credential.absent ? 'same-origin' : 'omit',
    timeout,
    totalTimeout: within,
    retry: retryOptions({ attempts, within, renewable: credential.renewable, signal, clock: manner.settings.clock }),
    // ky hands over the Request it has built.
    fetch: (request) => attempt(request as Request, call, manner),
  };
}

/** One attempt, all of it within ky's timeout: a fresh token, the request, and the answer to its end. */
function attempt(
  request: Request,
  { operation }: Prepared,
  { settings, credential, whole }: Manner,
): Promise<Response> {
  return heed(request.signal, async () => {
    const authorization = await credential.header(operation);
    if (authorization !== undefined) authorize(request, authorization, operation);
    request.signal.throwIfAborted();
    const response = await settings.fetch(request);
    // An answer that breaks off is no answer, and is asked for again.
    return whole ? new Response((await response.text()) || null, response) : response;
  });
}

function authorize(request: Request, authorization: string, operation: string): void {
  try {
    request.headers.set('Authorization', authorization);
  } catch {
    // Without the cause: it quotes the token.
    throw new HandselError('MISUSE', `${operation}: the key or the token is malformed, so nothing was sent.`, {
      operation,
    });
  }
}

async function failureOf(
  error: unknown,
  { operation, options: { signal } }: Prepared,
  timeout: number,
): Promise<HandselError> {
  if (error instanceof HandselError) return error;
  if (isHTTPError(error)) return refusalOf(operation, error.response, error.data);
  if (signal?.aborted)
    return new ConnectionError('ABORTED', 'the call was aborted.', { operation, cause: signal.reason });
  if (isTimeoutError(error))
    return new ConnectionError('TIMEOUT', `no answer within ${timeout / 1000} s.`, { operation });
  const cause = isNetworkError(error) ? error.cause : error;
  if (offline()) return new ConnectionError('OFFLINE', 'this device is offline.', { operation, cause });
  return new ConnectionError('NO_ANSWER', 'no answer came.', { operation, cause });
}
