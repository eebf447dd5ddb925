import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { serve, type Served } from './serve.ts';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** The strictest policy that a careful site sends: no inline script or style, no eval, no string that becomes script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** A site on a port of its own: one page, and a folder of files below `/assets/`. */
export function strictSite(page: string, folder: string): Promise<Served> {
  return serve((request, response) => {
    const path = request.url ?? '/';
    const answer = (type: string, body: string | Buffer) => {
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY });
      response.end(body);
    };
    if (path === '/') {
      answer('text/html', page);
      return;
    }
    readFile(join(folder, path.replace('/assets/', '')))
      .then((bytes) => {
        answer(TYPES[extname(path)] ?? 'application/octet-stream', bytes);
      })
      .catch(() => response.writeHead(404).end());
  });
}
