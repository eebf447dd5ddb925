import { type Charge, type ChargeId, type Contract, type ContractId, type Funding, Refusal } from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import { preview, withConsent } from '../contracts/consent.ts';
import {
  type Call,
  doerOf,
  execute,
  loadVisible,
  present,
  scopeOf,
  subjectOf,
  untilSettled,
} from '../contracts/execute.ts';
import { applyCommand } from '../contracts/apply.ts';
import type { Subject } from '../identity/subject.ts';
import type { Command } from '../rules/command.ts';
import type { ChargeRecord, ContractRecord } from '../rules/state.ts';
import { loadCharge } from '../store/contract-records.ts';
import { begin, finish } from '../store/idempotency.ts';
import type { Tx } from '../store/store.ts';
import type { World } from '../world.ts';
import { settleCharge } from './settle.ts';

type Names =
  | 'previews.create'
  | 'contracts.fund'
  | 'charges.retrieve'
  | 'milestoneChanges.create'
  | 'milestoneChanges.accept'
  | 'milestoneChanges.reject'
  | 'milestoneChanges.withdraw';

/** Previews, charges, and the changes of milestones that may charge. */
export function chargeHandlers(world: World): Pick<Handlers<Subject>, Names> {
  return {
    'previews.create': ({ contractId, ...draft }, call) =>
      world.store.write(async (tx) => {
        const contract = await loadVisible(tx, contractId, subjectOf(call));
        return preview(world, tx, call, contract, draft);
      }),
    'contracts.fund': async ({ contractId, scope, paymentMethod, consentToken }, call) => {
      const chargeId = await startCharge(world, call, contractId, async (before, tx) => {
        await withConsent(world, tx, call, before, consentToken, { command: 'contracts.fund', scope });
        return { name: 'contracts.fund', scope, paymentMethod };
      });
      return answerCharge(world, call, contractId, chargeId);
    },
    'charges.retrieve': async ({ contractId, chargeId }, call) => {
      const subject = subjectOf(call);
      await world.store.read((q) => loadVisible(q, contractId, subject));
      await settleCharge(world, contractId, chargeId);
      return (await fundingOf(world, call, contractId, chargeId)).charge;
    },
    'milestoneChanges.create': ({ contractId, items, note }, call) =>
      execute(world, call, contractId, { name: 'milestoneChanges.create', items, note }),
    'milestoneChanges.accept': async ({ contractId, milestoneChangeId, paymentMethod, consentToken }, call) => {
      const chargeId = await startCharge(world, call, contractId, async (before, tx) => {
        await withConsent(world, tx, call, before, consentToken, { command: 'milestoneChanges.accept' });
        return { name: 'milestoneChanges.accept', milestoneChangeId, paymentMethod };
      });
      return (await answerCharge(world, call, contractId, chargeId)).contract;
    },
    'milestoneChanges.reject': ({ contractId, milestoneChangeId, reason }, call) =>
      execute(world, call, contractId, { name: 'milestoneChanges.reject', milestoneChangeId, reason }),
    'milestoneChanges.withdraw': ({ contractId, milestoneChangeId }, call) =>
      execute(world, call, contractId, { name: 'milestoneChanges.withdraw', milestoneChangeId }),
  };
}

const NO_CHARGE = 'none';

/**
 * Stores that a charge is wanted, before the provider is asked. Whoever repeats the command with its key, also after a
 * crash, is led back to the same charge.
 */
async function startCharge(
  world: World,
  call: Call,
  contractId: ContractId,
  command: (before: ContractRecord, tx: Tx) => Promise<Command>,
): Promise<string> {
  const subject = subjectOf(call);
  const intent = await intentOf(world, call);
  return untilSettled(() =>
    world.store.write(async (tx) => {
      const known = await begin(tx, intent, contractId);
      if (known) {
        call.replayed();
        return known.ref;
      }
      const before = await loadVisible(tx, contractId, subject);
      const after = await applyCommand(world, tx, before, await command(before, tx), doerOf(subject, before));
      const ref = after.charge && after.charge.id !== before.charge?.id ? after.charge.id : NO_CHARGE;
      await finish(tx, intent, ref);
      return ref;
    }),
  );
}

async function intentOf(world: World, call: Call) {
  if (call.idempotencyKey === undefined) throw new Refusal('IDEMPOTENCY_KEY_REQUIRED');
  const fingerprint = await call.fingerprint();
  return { scope: scopeOf(call), key: call.idempotencyKey, fingerprint, now: world.clock.now() };
}

/** Settles the charge as far as the provider can say, and answers how it stands. */
async function answerCharge(world: World, call: Call, contractId: ContractId, ref: string): Promise<Funding> {
  if (ref !== NO_CHARGE) await settleCharge(world, contractId, ref as ChargeId);
  const funding = await fundingOf(world, call, contractId, ref);
  if (funding.charge.status === 'failed') {
    throw new Refusal('CHARGE_FAILED', {
      detail: `The charge was declined: ${funding.charge.failureCode ?? 'unknown'}.`,
    });
  }
  return funding;
}

async function fundingOf(world: World, call: Call, contractId: ContractId, ref: string): Promise<Funding> {
  const subject = subjectOf(call);
  return world.store.read(async (q) => {
    const record = await loadVisible(q, contractId, subject);
    const contract = present(world, record, subject);
    if (ref === NO_CHARGE) return { charge: freeOfCharge(contract), contract };
    const charge = await loadCharge(q, contractId, ref as ChargeId);
    if (!charge) throw new Refusal('NOT_FOUND');
    return { charge: chargeView(world, charge, record), contract };
  });
}

function chargeView({ payments }: World, charge: ChargeRecord, contract: ContractRecord): Charge {
  return {
    id: charge.id,
    contractId: contract.id,
    amount: { amount: charge.amount, currency: contract.currency },
    status: charge.status,
    paymentMethod: payments.paymentMethods.find(({ id }) => id === charge.paymentMethod) ?? null,
    confirmationUrl: charge.confirmationUrl,
    failureCode: charge.failureCode,
    createdAt: charge.createdAt,
  };
}

/** A change that raises nothing funded is accepted without any charge. */
function freeOfCharge(contract: Contract): Charge {
  return {
    id: 'chg_none',
    contractId: contract.id,
    amount: { amount: 0, currency: contract.currency },
    status: 'succeeded',
    paymentMethod: null,
    confirmationUrl: null,
    failureCode: null,
    createdAt: contract.updatedAt,
  };
}
