import type { Problem } from '@handsel/protocol';
import { openApi } from '@handsel/protocol/openapi';
import type { Hono } from 'hono';
import { ASSET_HEADERS, DOCUMENT_HEADERS } from '../http/page-headers.ts';
import { mountDev } from './dev/mount-dev.ts';
import { docsPage } from './docs/docs-page.ts';
import { documentOf } from './document.ts';
import { type Assets, fileAt } from './files.ts';
import { healthz } from './health.ts';
import { failedPage, notFoundPage } from './not-found.ts';
import { pageResponse } from './respond.ts';
import { answer, mountSite, type Site } from './site.ts';

/** Everything a backend serves beside its API. */
export interface Pages extends Site {
  readonly assets?: Assets | undefined;
}

/** Puts health, documents, hosted pages and files at their addresses; what is left is not here. */
export function mountPages(outside: Hono, pages: Pages): void {
  const { world, api, assets } = pages;
  outside.get('/healthz', () => healthz(world));
  outside.get('/favicon.ico', () => new Response(null, { status: 204, headers: { 'Cache-Control': 'max-age=86400' } }));
  mountDocuments(outside, pages);
  mountSite(outside, pages);
  if (world.settings.testMode) mountDev(outside, pages);
  outside.onError((error, { req }) => {
    // The message of an error may hold what people wrote.
    world.log('error', 'a page failed', { error: error.name });
    return failed(req.raw);
  });
  outside.all('*', async ({ req }) => {
    const { pathname } = new URL(req.url);
    const reads = req.method === 'GET' || req.method === 'HEAD';
    const file = reads && assets ? await fileAt(assets, pathname, req.raw.headers) : undefined;
    if (file) return file;
    // Whoever speaks to an API reads problem details; the API itself knows how to say that there is nothing.
    return isForApi(pathname, req.raw) ? api(req.raw) : answer(pages, req.raw, () => Promise.resolve(notFoundPage));
  });
}

const FAILED: Problem = { type: 'about:blank', title: 'Internal Server Error', status: 500, code: 'INTERNAL' };

function failed(request: Request): Response {
  const { pathname } = new URL(request.url);
  if (!isForApi(pathname, request)) {
    return pageResponse(documentOf(failedPage(FAILED), { session: null, path: pathname, simulated: false }), 500);
  }
  return new Response(JSON.stringify(FAILED), { status: 500, headers: { 'Content-Type': 'application/problem+json' } });
}

function mountDocuments(outside: Hono, { world }: Pages): void {
  const { publicUrl } = world.settings;
  const document = once(() => openApi({ serverUrl: publicUrl }));
  const text = once(() => JSON.stringify(document()));
  const page = once(() =>
    documentOf(docsPage(document(), publicUrl), { session: null, path: '/docs', simulated: false }),
  );
  outside.get('/openapi.json', () => {
    const headers = { ...ASSET_HEADERS, 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' };
    return new Response(text(), { headers });
  });
  outside.get('/docs', () => pageResponse(page(), 200, DOCUMENT_HEADERS));
}

// Neither the protocol nor the address changes while the backend runs.
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function isForApi(pathname: string, request: Request): boolean {
  if (/^\/(v\d+|api)(\/|$)/.test(pathname)) return true;
  const accept = request.headers.get('accept') ?? '';
  return accept.includes('json') && !accept.includes('text/html');
}
