import { EXAMPLE_HEADERS, PAGE_HEADERS } from '../http/page-headers.ts';

/** Files beside the API, by path and what the request says it takes or knows; undefined for what is not there. */
export type Assets = (path: string, asked: Headers) => Promise<Response | undefined>;

/** A file, with the headers that its place asks for. */
export async function fileAt(assets: Assets, pathname: string, asked: Headers): Promise<Response | undefined> {
  const found = await assets(pathname, asked);
  if (!found) return isFolder(pathname) ? folderOf(assets, pathname, asked) : undefined;
  if (!pathname.startsWith('/examples/') || !isHtml(found)) return found;
  const headers = new Headers(found.headers);
  for (const name of Object.keys(PAGE_HEADERS)) headers.delete(name);
  for (const [name, value] of Object.entries(EXAMPLE_HEADERS)) headers.set(name, value);
  return new Response(found.body, { status: found.status, headers });
}

function isHtml(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

function isFolder(pathname: string): boolean {
  return !pathname.endsWith('/') && !pathname.slice(pathname.lastIndexOf('/')).includes('.');
}

// Relative addresses in a folder's page only hold below its slash.
async function folderOf(assets: Assets, pathname: string, asked: Headers): Promise<Response | undefined> {
  const index = await assets(`${pathname}/`, asked);
  await index?.body?.cancel();
  return index && new Response(null, { status: 308, headers: { ...PAGE_HEADERS, Location: `${pathname}/` } });
}
