import { type ChargeId, type ContractId, millisecondsOf } from '@handsel/protocol';
import { applyCommand, CLOCK, contractUrl } from '../contracts/apply.ts';
import { untilSettled } from '../contracts/execute.ts';
import type { ChargeOutcome } from '../rules/command.ts';
import type { ChargeRecord, ContractRecord } from '../rules/state.ts';
import { LIFETIMES } from '../settings.ts';
import { keepProviderReference, loadContract } from '../store/contract-records.ts';
import { loadProviderReference } from '../store/provider-references.ts';
import type { World } from '../world.ts';
import { type ChargeAnswer, type ChargeOrder, ProviderUnknownError } from './provider.ts';

/** Whether a charge may still change. */
export function isOpen(charge: ChargeRecord | null): charge is ChargeRecord {
  return charge?.status === 'pending' || charge?.status === 'requires_confirmation';
}

/**
 * Asks the provider about an open charge until its outcome is known, and stores it. May be repeated at any time, by
 * anybody: the charge's id is the provider's idempotency key, and only an open charge is settled.
 */
export async function settleCharge(world: World, contractId: ContractId, chargeId: ChargeId): Promise<void> {
  const order = await world.store.read(async (q) => {
    const contract = await loadContract(q, contractId);
    if (contract?.charge?.id !== chargeId || !isOpen(contract.charge)) return undefined;
    return orderOf(world, contract, contract.charge, await loadProviderReference(q, contractId, chargeId));
  });
  const answer = order && (await ask(world, order));
  if (!answer) return;
  await untilSettled(() =>
    world.store.write(async (tx) => {
      const now = await loadContract(tx, contractId);
      if (now?.charge?.id !== chargeId || !isOpen(now.charge)) return;
      // Kept as soon as it is heard: the payer may take days to confirm, and asking by name is asking exactly.
      const reference = referenceOf(answer);
      if (reference !== order.reference && reference !== null) {
        await keepProviderReference(tx, contractId, chargeId, reference);
      }
      const outcome = outcomeOf(answer);
      if (!outcome || sameAsBefore(now.charge, outcome)) return;
      await applyCommand(world, tx, now, { name: 'charge.settled', chargeId, outcome }, CLOCK);
    }),
  );
}

/** Null where there is none: a charge of nothing has no name, and nor has one that failed. */
function referenceOf(answer: ChargeAnswer): string | null {
  return answer.status === 'failed' ? null : answer.reference || null;
}

/** Undefined while the provider cannot say: the job asks again. */
async function ask(world: World, order: ChargeOrder): Promise<ChargeAnswer | undefined> {
  // Nothing was borrowed from the card: carried money covers it all.
  if (order.amount.amount === 0) return { status: 'captured', reference: '' };
  try {
    const found = (await world.payments.find(order)) ?? (await world.payments.authorize(order));
    const left = found.status === 'requires_confirmation' && isOverdue(world, order);
    // A charge that nobody confirms would keep the contract from everything else.
    const answer = left ? await world.payments.cancel(order, found.reference) : found;
    return answer.status === 'authorized' ? await world.payments.capture(order, answer.reference) : answer;
  } catch (error) {
    if (!(error instanceof ProviderUnknownError)) throw error;
    world.log('warn', 'the payment provider did not answer', {
      contractId: order.contractId,
      chargeId: order.chargeId,
    });
    return undefined;
  }
}

function isOverdue({ clock }: World, { createdAt }: ChargeOrder): boolean {
  return millisecondsOf(clock.now()) - millisecondsOf(createdAt) >= LIFETIMES.confirmationMs;
}

function outcomeOf(answer: ChargeAnswer): ChargeOutcome | undefined {
  switch (answer.status) {
    case 'captured':
      return { status: 'succeeded' };
    case 'failed':
      return { status: 'failed', failureCode: answer.failureCode };
    case 'requires_confirmation':
      return { status: 'requires_confirmation', confirmationUrl: answer.confirmationUrl };
    case 'authorized':
    case 'processing':
      return undefined;
  }
}

function sameAsBefore(charge: ChargeRecord, outcome: ChargeOutcome): boolean {
  return charge.status === 'requires_confirmation' && outcome.status === 'requires_confirmation';
}

function orderOf(world: World, contract: ContractRecord, charge: ChargeRecord, reference: string | null): ChargeOrder {
  return {
    chargeId: charge.id,
    contractId: contract.id,
    amount: { amount: charge.amount, currency: contract.currency },
    paymentMethod: charge.paymentMethod,
    description: contract.title,
    payerEmail: contract.client.email,
    returnUrl: contractUrl(world, contract, 'client'),
    createdAt: charge.createdAt,
    reference,
  };
}
