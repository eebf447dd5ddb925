import type Sdk from 'stripe';
import type { OutgoingAnswer, OutgoingOrder } from './provider.ts';
import { stripeAmount } from './stripe-amount.ts';
import { clearly, refusalCode } from './stripe-faults.ts';
import { findOurs } from './stripe-lists.ts';

/** Pays the freelancer's connected account. */
export async function transferOut(sdk: Sdk, order: OutgoingOrder): Promise<OutgoingAnswer> {
  const { payeeAccount: destination, contractId, orderId } = order;
  if (destination === null) return failed('payee_not_connected');
  const amount = stripeAmount(order.amount);
  if (amount === undefined) return failed('amount_not_expressible');
  const ours = sdk.transfers.list({ transfer_group: contractId, limit: 100 });
  const known = await clearly(findOurs(ours, 'orderId', orderId));
  if (known) return done([known.id]);
  try {
    const transfer = await sdk.transfers.create(
      {
        amount,
        currency: order.amount.currency.toLowerCase(),
        destination,
        transfer_group: contractId,
        metadata: { contractId, orderId },
      },
      { idempotencyKey: orderId },
    );
    return done([transfer.id]);
  } catch (error) {
    return failed(refusalCode(error));
  }
}

/** Gives money back over the charges it came from: the newest first, none of them more than was captured. */
export async function refundBack(sdk: Sdk, order: OutgoingOrder): Promise<OutgoingAnswer> {
  const amount = stripeAmount(order.amount);
  if (amount === undefined) return failed('amount_not_expressible');
  const parts = await clearly(partsOf(sdk, order, amount));
  // Known before anything moves: an order that does not fit is refused whole.
  if (!parts) return failed('refund_exceeds_charges');
  const references: string[] = [];
  for (const part of parts) {
    const { reference, failureCode } = await refundPart(sdk, order, part);
    if (failureCode !== undefined) return failed(references.length > 0 ? `in_part:${failureCode}` : failureCode);
    references.push(reference);
  }
  return done(references);
}

/** The share of an order that goes back over one charge. */
interface Part {
  readonly intent: string;
  readonly amount: number;
  /** Set when an earlier try came this far. */
  readonly known: Sdk.Refund | undefined;
}

async function partsOf(sdk: Sdk, order: OutgoingOrder, amount: number): Promise<Part[] | undefined> {
  const parts: Part[] = [];
  let left = amount;
  for (const charge of order.charges) {
    if (left === 0) break;
    // One list answers both what this order did before and what other orders took: two questions could be answered
    // at two moments, and a refund in between would be made again over the next charge.
    const refunds = await collect(sdk.refunds.list({ payment_intent: charge.reference, limit: 100 }));
    const known = refunds.find(({ metadata }) => metadata?.['orderId'] === order.orderId);
    const share = known?.amount ?? Math.min(left, freeOf(order, charge.amount, refunds));
    if (share > 0) parts.push({ intent: charge.reference, amount: share, known });
    left -= share;
  }
  return left === 0 ? parts : undefined;
}

function freeOf({ amount: { currency } }: OutgoingOrder, captured: number, refunds: readonly Sdk.Refund[]): number {
  const taken = refunds.filter(({ status }) => status !== 'failed' && status !== 'canceled');
  return taken.reduce((free, { amount }) => free - amount, stripeAmount({ amount: captured, currency }) ?? 0);
}

type PartAnswer =
  | { readonly reference: string; readonly failureCode?: undefined }
  | { readonly reference?: undefined; readonly failureCode: string };

async function refundPart(sdk: Sdk, order: OutgoingOrder, { intent, amount, known }: Part): Promise<PartAnswer> {
  const { contractId, orderId } = order;
  try {
    const refund =
      known ??
      (await sdk.refunds.create(
        { payment_intent: intent, amount, metadata: { contractId, orderId } },
        { idempotencyKey: `${orderId}:${intent}` },
      ));
    if (refund.status !== 'failed' && refund.status !== 'canceled') return { reference: refund.id };
    return { failureCode: refund.failure_reason ?? 'refund_failed' };
  } catch (error) {
    return { failureCode: refusalCode(error) };
  }
}

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const each of pages) found.push(each);
  return found;
}

function done(references: readonly string[]): OutgoingAnswer {
  return { status: 'done', reference: references.join(' ') };
}

function failed(failureCode: string): OutgoingAnswer {
  return { status: 'failed', failureCode };
}
