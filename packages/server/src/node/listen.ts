import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { millisecondsOf } from '@handsel/protocol';
import { getRequestListener } from '@hono/node-server';
import type { App } from '../app.ts';
import type { Log } from '../ports.ts';
import type { Environment } from './environment.ts';
import { loggedPath } from './log.ts';
import { visitorOf } from './visitor.ts';

/** A port that is open. */
export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

const LONGEST_FINISH_MS = 4_000;

/** Opens the port; rejects with a sentence that says what to do when it is taken. */
export async function listen(app: App, { host, port, proxies }: Environment, log: Log): Promise<Listening> {
  const ending = new AbortController();
  const answer = getRequestListener((request, { incoming }) => {
    const visitor = visitorOf(incoming.socket.remoteAddress, request.headers.get('x-forwarded-for'), proxies);
    return logged(app, request, visitor, ending.signal, log);
  });
  const patience = { requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 };
  const server = createServer(patience, (incoming, outgoing) => void answer(incoming, outgoing));
  await opened(server, host, port);
  const { port: taken } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return { url: `http://${shown}:${taken}`, close: () => closed(server, ending) };
}

async function logged(app: App, request: Request, visitor: string, ending: AbortSignal, log: Log): Promise<Response> {
  const now = () => millisecondsOf(app.world.clock.now());
  const started = now();
  const headers = new Headers(request.headers);
  // A header of this name from outside would be a lie.
  headers.set('x-handsel-address', visitor);
  const response = await app.fetch(
    new Request(request, { headers, signal: AbortSignal.any([request.signal, ending]) }),
  );
  log('info', 'request', {
    requestId: response.headers.get('request-id'),
    method: request.method,
    path: loggedPath(request.url),
    status: response.status,
    ms: now() - started,
  });
  return response;
}

function opened(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new Error(`Port ${port} is taken. Set PORT to another one, or stop what runs there.`) : error);
    });
    server.listen(port, host, resolve);
  });
}

/** Live streams end at once, everything else may finish. */
async function closed(server: Server, ending: AbortController): Promise<void> {
  const done = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  ending.abort();
  // A connection is idle only when what it carries has ended, and a client would keep it for the next request.
  const idle = setInterval(() => {
    server.closeIdleConnections();
  }, 20);
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, LONGEST_FINISH_MS);
  await done;
  clearInterval(idle);
  clearTimeout(timer);
}
