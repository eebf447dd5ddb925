import { millisecondsOf } from '@handsel/protocol';
import type Sdk from 'stripe';
import type { ChargeOrder } from './provider.ts';

// Stripe forgets an idempotency key after a day; our jobs may come back later. So what is wanted is first looked for in
// Stripe's lists, and only what is not there is asked for. The lists know at once what was done, Stripe's search about a
// minute later.

const CLOCK_MARGIN_MS = 5 * 60_000;

/** Where in a list a charge may be: made since it was wanted. Clocks of two companies differ. */
export function madeFor({ createdAt }: ChargeOrder): { created: { gte: number }; limit: number } {
  return { created: { gte: Math.floor((millisecondsOf(createdAt) - CLOCK_MARGIN_MS) / 1000) }, limit: 100 };
}

/** The first in a list that carries our id. */
export async function findOurs<T extends { readonly metadata: Sdk.Metadata | null }>(
  listed: AsyncIterable<T>,
  name: 'chargeId' | 'orderId',
  id: string,
): Promise<T | undefined> {
  for await (const each of listed) if (each.metadata?.[name] === id) return each;
  return undefined;
}
