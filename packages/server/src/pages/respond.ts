import { PAGE_HEADERS } from '../http/page-headers.ts';
import { documentOf, type Frame } from './document.ts';
import type { Outcome } from './visit.ts';

/** What a visit leads to, as an answer: a page under the strict headers, or the way to another address. */
export function respond(outcome: Outcome, frame: Frame): Response {
  if ('to' in outcome) {
    const headers = new Headers({ ...PAGE_HEADERS, Location: outcome.to });
    for (const cookie of outcome.cookies ?? []) headers.append('Set-Cookie', cookie);
    return new Response(null, { status: 303, headers });
  }
  return pageResponse(documentOf(outcome, frame), outcome.status, outcome.headers);
}

/** Finished HTML under the headers of our pages. */
export function pageResponse(text: string, status = 200, more: Readonly<Record<string, string>> = {}): Response {
  const headers = { ...PAGE_HEADERS, 'Content-Type': 'text/html; charset=utf-8', ...more };
  return new Response(text, { status, headers });
}
