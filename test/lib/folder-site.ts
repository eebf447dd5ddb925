import { createReadStream, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { serve, type Served } from './serve.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** A site on a port of its own that serves a folder, each file under the same content security policy. */
export function folderSite(folder: string, policy: string): Promise<Served> {
  return serve((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = join(folder, normalize(pathname));
    if (!existsSync(path) || !extname(path)) return void response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy });
    createReadStream(path).pipe(response);
  });
}
