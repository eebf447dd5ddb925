import type { Operation } from '@handsel/protocol';
import { OPERATION_NAMES, type OperationName, OPERATIONS } from '@handsel/protocol/backend';
import { ORIGIN, type TestApp, testApp } from '../../packages/server/src/testing/app.ts';
import { allCredentials, type Credential, EMAILS } from './credentials.ts';
import { SAMPLES } from './samples.ts';
import { type Played, playTo, sidesOf, type Stage } from './stages.ts';

/** Which contract was asked about; `parts`: one's own, but with parts of another. */
export type About = 'own' | 'foreign' | 'absent' | 'parts';

/** One call of one credential, and what came of it. */
export interface Ask {
  readonly operation: OperationName;
  readonly credential: string;
  readonly about: About;
  readonly status: number;
  readonly code: string;
  /** The answer but for the request's id, where it was refused. */
  readonly body: string;
  /** What the answer names although this credential must not see it. */
  readonly leaks: readonly string[];
}

/** A backend with one's own contract, a foreign one, and every credential. */
export interface Scene {
  readonly app: TestApp;
  readonly own: Played;
  readonly foreign: Played;
  readonly credentials: Record<string, Credential>;
}

const ABSENT_ID = '019abcde-0000-7000-8000-000000000000';
const PREFIXES: Readonly<Record<string, string>> = {
  contractId: 'ctr',
  milestoneId: 'ms',
  paymentRequestId: 'prq',
  milestoneChangeId: 'mcr',
  chargeId: 'chg',
};

/** Asks every operation with every credential, about every kind of contract. */
export async function askAll(): Promise<Ask[]> {
  const asks: Ask[] = [];
  for (const operation of OPERATION_NAMES) asks.push(...(await askOne(operation)));
  return asks;
}

async function askOne(operation: OperationName): Promise<Ask[]> {
  const asks: Ask[] = [];
  let scene = await openScene(SAMPLES[operation].stage);
  for (const credential of Object.keys(scene.credentials)) {
    for (const about of aboutsOf(operation)) {
      const ask = await send(scene, operation, credential, about);
      asks.push(ask);
      // What succeeded has changed the contract: the next one finds it as it was.
      if (ask.status >= 400 || OPERATIONS[operation].method === 'GET') continue;
      await scene.app.close();
      scene = await openScene(SAMPLES[operation].stage);
    }
  }
  await scene.app.close();
  return asks;
}

function aboutsOf(operation: OperationName): About[] {
  const ids = OPERATIONS[operation].path.split(':').length - 1;
  if (ids === 0) return ['own'];
  return ids === 1 ? ['own', 'foreign', 'absent'] : ['own', 'foreign', 'absent', 'parts'];
}

/** Plays until one's own contract and a foreign one stand where they should. */
export async function openScene(stage: Stage): Promise<Scene> {
  const app = await testApp();
  const sides = sidesOf(app, EMAILS.freelancer, EMAILS.client);
  const others = sidesOf(app, 'sam@fir.example', 'lee@ash.example');
  const other = await playTo(app, sides, 'offered', EMAILS.client);
  const foreign = await playTo(app, others, stage, 'lee@ash.example');
  const own = await playTo(app, sides, stage, EMAILS.client);
  return { app, own, foreign, credentials: await allCredentials(app, own.contractId, other.contractId) };
}

let asked = 0;

async function send(scene: Scene, name: OperationName, credential: string, about: About): Promise<Ask> {
  const { app, own } = scene;
  const operation: Operation = OPERATIONS[name];
  const body: unknown = await SAMPLES[name].body?.(own);
  const headers = new Headers(scene.credentials[credential]);
  headers.set('idempotency-key', `matrix-of-the-tests-${++asked}`);
  // Each from another place, so that nobody is told to come back later.
  headers.set('x-handsel-address', `192.0.2.${asked}`);
  if (operation.ifMatch) headers.set('if-match', `"${own.version}"`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const response = await app.backend.fetch(
    new Request(ORIGIN + pathOf(scene, operation.path, about), {
      method: operation.method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const { text, ...outcome } = await outcomeOf(response);
  const leaks = secretsFrom(scene, operation, credential).filter((secret) => text.includes(secret));
  return { operation: name, credential, about, ...outcome, leaks };
}

function secretsFrom({ own, foreign }: Scene, { callers }: Operation, credential: string): string[] {
  const secrets = [foreign.contractId, 'sam@fir.example', 'lee@ash.example'];
  // Whoever may sign in without a credential signs in as Kim here, whatever else came along.
  if (callers.includes('none')) return secrets;
  if (credential.endsWith('other contract')) return [...secrets, own.contractId];
  const isStrange = /publishable|stranger|other freelancer/.test(credential);
  return isStrange ? [...secrets, own.contractId, EMAILS.client] : secrets;
}

function pathOf({ own, foreign }: Scene, path: string, about: About): string {
  return path.replaceAll(/:(\w+)/g, (_, id: string) => {
    if (about === 'absent') return `${PREFIXES[id] ?? ''}_${ABSENT_ID}`;
    const played = about === 'foreign' || (about === 'parts' && id !== 'contractId') ? foreign : own;
    return String(played[id as keyof Played]);
  });
}

type Outcome = Pick<Ask, 'status' | 'code' | 'body'> & { readonly text: string };

async function outcomeOf(response: Response): Promise<Outcome> {
  const { status } = response;
  if (response.headers.get('content-type') === 'text/event-stream') {
    await response.body?.cancel();
    return { status, code: '', body: '', text: '' };
  }
  const text = await response.text();
  if (status < 400) return { status, code: '', body: '', text };
  const { code, ...problem } = JSON.parse(text) as { code: string };
  return { status, code, body: JSON.stringify({ ...problem, instance: '' }), text };
}
