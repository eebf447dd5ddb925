import type * as http from './http.ts';

type Http = typeof http;

/** The address that could not be fetched, as Chromium and Firefox name it. */
const ADDRESS = /dynamically imported module: (https?:[^\s?#]+)/;

let failed: string | undefined;
let failures = 0;

/**
 * ky and all that speaks to it, fetched by the first request. What was fetched is kept by the platform. So is, in
 * browsers, that it could not be fetched: the next request asks for it under another address.
 */
export async function load(): Promise<Http> {
  try {
    // No bundler is to follow the second one: it is known only when it is needed.
    if (failed !== undefined) return (await import(/* @vite-ignore */ /* webpackIgnore: true */ failed)) as Http;
    return await import('./http.ts');
  } catch (error) {
    const address = ADDRESS.exec(String(error))?.[1];
    failures += 1;
    if (address !== undefined) failed = `${address}?again=${failures}`;
    throw error;
  }
}
