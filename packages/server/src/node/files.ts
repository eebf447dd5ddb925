import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { ASSET_HEADERS, PAGE_HEADERS } from '../http/page-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** What the build leaves beside a file, the smallest first. */
const SMALLER = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/** Which folder stands behind which path, the longest prefix first. */
export type Folders = readonly (readonly [prefix: string, folder: string])[];

/** How an HTML file is changed before it leaves, for instance to hold this backend's own key. */
export type Fill = (html: string, path: string) => string;

/** Serves files from folders: nothing outside of them, no listings, types by ending. */
export function serveFolders(folders: Folders, fill: Fill = (html) => html) {
  return async (path: string, asked: Headers): Promise<Response | undefined> => {
    const found = folders.find(([prefix]) => path.startsWith(prefix));
    if (!found) return undefined;
    const [prefix, folder] = found;
    const inside = normalize(decode(path.slice(prefix.length)) || 'index.html');
    if (inside.startsWith('..') || inside.includes('\0')) return undefined;
    const name = inside.endsWith(sep) || inside === '.' ? join(inside, 'index.html') : inside;
    return respond(join(folder, name), path, asked, fill);
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

async function respond(file: string, path: string, asked: Headers, fill: Fill): Promise<Response | undefined> {
  const type = TYPES[extname(file)];
  if (type === undefined) return undefined;
  try {
    if (extname(file) !== '.html') return await asIs(file, type, asked);
    const headers = { ...PAGE_HEADERS, 'Content-Type': type };
    return new Response(fill(await readFile(file, 'utf8'), path), { headers });
  } catch {
    return undefined;
  }
}

/** A file as the build left it: small if the reader can unfold it, and not at all if the reader has it. */
async function asIs(file: string, type: string, asked: Headers): Promise<Response> {
  const { size, mtimeMs } = await stat(file);
  const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers = { ...cached(file), 'Content-Type': type, ETag: etag, Vary: 'Accept-Encoding' };
  if (asked.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  for (const [encoding, ending] of SMALLER) {
    if (!new RegExp(`\\b${encoding}\\b(?!;\\s*q=0)`).test(asked.get('accept-encoding') ?? '')) continue;
    const bytes = await readFile(file + ending).catch(() => undefined);
    if (bytes) return new Response(bytes, { headers: { ...headers, 'Content-Encoding': encoding } });
  }
  return new Response(await readFile(file), { headers });
}

// A chunk's name holds its content's hash; everything else may change with the next release.
function cached(file: string): Readonly<Record<string, string>> {
  const unchanging = /-[0-9A-Za-z_-]{8}\.(js|wasm)$/.test(file);
  return { ...ASSET_HEADERS, 'Cache-Control': unchanging ? 'public, max-age=31536000, immutable' : 'no-cache' };
}
