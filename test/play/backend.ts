import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A backend in a process of its own, started by the script of `npm start`. */
export interface Backend {
  readonly url: string;
  /** What it printed until it was ready. */
  readonly said: string;
  /** What the first start prints for the freelancer's own server; empty on every other. */
  readonly secretKey: string;
  /** Asks it to end as a service manager does; answers its exit code and how long that took. */
  stop(): Promise<{ readonly code: number | null; readonly ms: number }>;
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (text: string): void => {
      said += text;
      if (said.includes('Ctrl+C ends it')) resolve(said);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('exit', (code) => {
      reject(new Error(`The backend ended with ${code}.\n${said}`));
    });
  });
}

/** Starts a backend on its data. @throws {Error} with what it said when it does not start. */
export async function startBackend(dataPath: string, port?: number): Promise<Backend> {
  const taken = port ?? (await freePort());
  const env = { ...process.env, PORT: String(taken), HANDSEL_DATA: dataPath, HANDSEL_LOG: '0' };
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = await ready(child);
  const stop = async () => {
    const began = performance.now();
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return { code: await ended, ms: performance.now() - began };
  };
  return { url: `http://localhost:${taken}`, said, secretKey: /sk_test_[\w-]+/.exec(said)?.[0] ?? '', stop };
}
