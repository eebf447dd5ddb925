import type { ContractId } from '@handsel/protocol';
import { decidePaymentOrder, loadPaymentOrder, type PaymentOrderRecord } from '../store/payment-orders.ts';
import type { World } from '../world.ts';
import type { OutgoingOrder } from './provider.ts';

/** Money waits to be paid out, and the freelancer has connected no account yet: the order stays open. */
export class PayeeNotConnectedError extends Error {
  override readonly name = 'PayeeNotConnectedError';
}

/**
 * Has the provider pay out or give back what was ordered, and notes how it ended. May be repeated at any time: the
 * order's id is the provider's idempotency key, and a decided order is left alone.
 * @throws {ProviderUnknownError} when no clear answer came, and {PayeeNotConnectedError}: try again later.
 */
export async function carryOutOrder(
  world: Pick<World, 'store' | 'payments' | 'clock' | 'log'>,
  contractId: ContractId,
  orderId: string,
): Promise<void> {
  const order = await world.store.read((q) => loadPaymentOrder(q, contractId, orderId));
  if (order?.status !== 'open') return;
  const { kind } = order;
  const answer = await world.payments[kind](outgoing(order));
  const failureCode = answer.status === 'failed' ? answer.failureCode : null;
  // Nothing was asked of anybody yet. Noted as failed, the money would stay where it is after an account is there.
  if (failureCode === 'payee_not_connected') throw new PayeeNotConnectedError(`Order ${orderId} has nobody to pay to.`);
  const noted = await world.store.write((tx) =>
    decidePaymentOrder(tx, order, {
      status: answer.status,
      provider_ref: answer.status === 'done' ? answer.reference : null,
      failure_code: failureCode,
      decided_at: world.clock.now(),
    }),
  );
  if (!noted || failureCode === null) return;
  // The journal says it left, the provider says it did not: somebody must look.
  world.log('error', 'a payment order failed', { contractId, orderId, kind, failureCode });
}

function outgoing({ id, contract_id, amount, currency, payee_account, charges }: PaymentOrderRecord): OutgoingOrder {
  return { orderId: id, contractId: contract_id, amount: { amount, currency }, payeeAccount: payee_account, charges };
}
