import type { ChargeId, ContractId } from '@handsel/protocol';
import { applyCommand, CLOCK, contractUrl } from '../contracts/apply.ts';
import { untilSettled } from '../contracts/execute.ts';
import type { ChargeOutcome } from '../rules/command.ts';
import type { ChargeRecord, ContractRecord } from '../rules/state.ts';
import { keepProviderReference, loadContract } from '../store/contract-records.ts';
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
  const contract = await world.store.read((q) => loadContract(q, contractId));
  if (!contract || contract.charge?.id !== chargeId || !isOpen(contract.charge)) return;
  const answer = await ask(world, orderOf(world, contract, contract.charge));
  const outcome = answer && outcomeOf(answer);
  if (!answer || !outcome || sameAsBefore(contract.charge, outcome)) return;
  await untilSettled(() =>
    world.store.write(async (tx) => {
      const now = await loadContract(tx, contractId);
      if (!now || now.charge?.id !== chargeId || !isOpen(now.charge)) return;
      if (answer.status === 'captured') await keepProviderReference(tx, contractId, chargeId, answer.reference);
      await applyCommand(world, tx, now, { name: 'charge.settled', chargeId, outcome }, CLOCK);
    }),
  );
}

/** Undefined while the provider cannot say: the job asks again. */
async function ask(world: World, order: ChargeOrder): Promise<ChargeAnswer | undefined> {
  // Nothing was borrowed from the card: carried money covers it all.
  if (order.amount.amount === 0) return { status: 'captured', reference: '' };
  try {
    const answer = (await world.payments.find(order)) ?? (await world.payments.authorize(order));
    return answer.status === 'authorized' ? await world.payments.capture(order, answer.reference) : answer;
  } catch (error) {
    if (!(error instanceof ProviderUnknownError)) throw error;
    world.log('warn', 'the payment provider did not answer', { contractId: order.contractId, chargeId: order.chargeId });
    return undefined;
  }
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

function orderOf(world: World, contract: ContractRecord, charge: ChargeRecord): ChargeOrder {
  return {
    chargeId: charge.id,
    contractId: contract.id,
    amount: { amount: charge.amount, currency: contract.currency },
    paymentMethod: charge.paymentMethod,
    description: contract.title,
    returnUrl: contractUrl(world, contract, 'client'),
  };
}
