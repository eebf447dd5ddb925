import { randomUUID } from 'node:crypto';
import type { TestApp } from '../../../packages/server/src/testing/app.ts';
import { activate, bothSides, DRAFT, offer, requestPayment } from '../../play/contract.ts';
import { money } from './amounts.ts';

/** One way by which an amount of money comes in. */
export interface Door {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The whole body around the JSON text of the amount. */
  readonly body: (amount: string) => string;
  /** Where the amount stands in the body. */
  readonly pointer: string;
  /** The JSON texts of the smallest amount it takes, and of one less. */
  readonly least: string;
  readonly less: string;
}

const PRICE = { least: money('500'), less: money('499') };

function draftBody(amount: string, currency = 'USD'): string {
  const rest = JSON.stringify({ ...DRAFT, currency, milestones: undefined }).slice(1, -1);
  return `{${rest},"milestones":[{"title":"All of it","amount":${amount}}]}`;
}

/** Every operation that takes money, each at a contract where it would be possible with the right amount. */
export async function openDoors(app: TestApp): Promise<Door[]> {
  const sides = bothSides(app);
  const tokens = { freelancer: await app.sessionFor('freelancer'), client: await app.sessionFor('client') };
  const draft = await sides.freelancer.contracts.create(DRAFT);
  const offered = await sides.freelancer.contracts.retrieve(await offer(sides));
  const worked = await sides.freelancer.contracts.retrieve(await activate(sides));
  const asked = await activate(sides);
  const { milestoneId } = await requestPayment(sides, asked);
  const freelancer = (door: Omit<Door, 'token'>): Door => ({ token: tokens.freelancer, ...door });
  const client = (door: Omit<Door, 'token' | 'method'>): Door => ({ method: 'POST', token: tokens.client, ...door });
  const first = '/milestones/0/amount';
  const change = { method: 'POST', path: `/v1/contracts/${worked.id}/milestone-changes`, pointer: '/items/0/amount' };
  const pay = { least: money('0'), less: money('-1') };
  const approval = { least: money('1'), less: money('0') };
  const consent = `"consentToken":"cns_nobody_has_given_it"`;
  const previews = `/v1/contracts/${asked}/previews`;
  const shown = `"command":"milestones.approve","milestoneId":"${milestoneId}"`;
  return [
    freelancer({ name: 'writing', method: 'POST', path: '/v1/contracts', body: draftBody, pointer: first, ...PRICE }),
    freelancer({
      name: 'rewriting',
      method: 'PATCH',
      path: `/v1/contracts/${draft.id}`,
      headers: { 'If-Match': `"${draft.version}"` },
      body: draftBody,
      pointer: first,
      ...PRICE,
    }),
    freelancer({
      name: 'revising an offer',
      method: 'POST',
      path: `/v1/contracts/${offered.id}/revise`,
      headers: { 'If-Match': `"${offered.version}"` },
      body: (amount) => `{"draft":${draftBody(amount)},"signature":"Robin Vale"}`,
      pointer: `/draft${first}`,
      ...PRICE,
    }),
    {
      name: 'asking for a contract',
      method: 'POST',
      path: '/v1/contract-requests',
      token: app.first.publishableKey,
      body: draftBody,
      pointer: first,
      ...PRICE,
    },
    freelancer({
      name: 'proposing a milestone',
      body: (amount) => `{"items":[{"op":"add","title":"More","amount":${amount}}]}`,
      ...change,
      ...PRICE,
    }),
    freelancer({
      name: 'proposing another amount',
      body: (amount) => `{"items":[{"op":"edit","milestoneId":"${worked.currentMilestoneId}","amount":${amount}}]}`,
      ...change,
      least: money('50000'),
      less: money('49999'),
    }),
    client({
      name: 'approving',
      path: `/v1/contracts/${asked}/milestones/${milestoneId}/approve`,
      body: (amount) => `{"amount":${amount},${consent},"underpaymentReason":"Less was done."}`,
      pointer: '/amount',
      ...approval,
    }),
    client({
      name: 'ending with a payment',
      path: `/v1/contracts/${asked}/end-by-client`,
      body: (amount) => `{"pay":${amount},"reason":"Plans changed.",${consent}}`,
      pointer: '/pay',
      ...pay,
    }),
    client({
      name: 'looking at an approval',
      path: previews,
      body: (amount) => `{${shown},"amount":${amount}}`,
      pointer: '/amount',
      ...approval,
    }),
    client({
      name: 'looking at an end with a payment',
      path: previews,
      body: (amount) => `{"command":"contracts.endByClient","pay":${amount}}`,
      pointer: '/pay',
      ...pay,
    }),
  ];
}

/** What was answered. */
export interface Knocked {
  readonly status: number;
  readonly code: string | undefined;
  readonly pointers: readonly string[];
}

let visitors = 0;

/** Sends an amount through a door, as a program that checks nothing would. */
export async function knock(app: TestApp, door: Door, amount: string): Promise<Knocked> {
  const { method, path, token, headers, body } = door;
  visitors += 1;
  const request = new Request(`http://backend.test${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'x-handsel-address': `10.0.0.${visitors}`,
      ...headers,
    },
    body: body(amount),
  });
  const response = await app.backend.fetch(request);
  const answer = (await response.json()) as { code?: string; errors?: readonly { pointer: string }[] };
  return { status: response.status, code: answer.code, pointers: (answer.errors ?? []).map(({ pointer }) => pointer) };
}
