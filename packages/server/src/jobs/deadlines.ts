import { type ContractId, type Instant, Refusal } from '@handsel/protocol';
import { applyCommand, CLOCK } from '../contracts/apply.ts';
import { untilSettled } from '../contracts/execute.ts';
import type { Command } from '../rules/command.ts';
import { deadlinesOf } from '../rules/deadlines.ts';
import type { ContractRecord } from '../rules/state.ts';
import { loadContract } from '../store/contract-records.ts';
import { type ClaimedJob, finishJob } from '../store/jobs.ts';
import type { World } from '../world.ts';
import type { DeadlineFacts } from './kinds.ts';

/**
 * Lets the clock decide, or remind, in the transaction that ends the job. What has moved on is left alone, and so is a
 * job that another worker has taken over meanwhile.
 */
export function reachDeadline(world: World, job: ClaimedJob): Promise<void> {
  const facts = JSON.parse(job.data) as DeadlineFacts;
  return untilSettled(() =>
    world.store.write(async (tx) => {
      const contract = await loadContract(tx, job.contractId as ContractId);
      if (!(await finishJob(tx, job, world.clock.now()))) return;
      if (contract && stillStands(contract, facts) && !isTooLate(facts, world.clock.now())) {
        await applyCommand(world, tx, contract, commandFor(facts), CLOCK).catch((error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          world.log('warn', 'a deadline was refused', {
            contractId: contract.id,
            code: error.code,
            kind: facts.deadline,
          });
        });
      }
    }),
  );
}

function stillStands(contract: ContractRecord, { deadline, at, milestoneId }: DeadlineFacts): boolean {
  return deadlinesOf(contract).some(
    (each) => each.kind === deadline && each.at === at && each.milestoneId === milestoneId,
  );
}

/** A reminder has no sense once the deadline itself has come. */
function isTooLate({ at, hours }: DeadlineFacts, now: Instant): boolean {
  return hours > 0 && at <= now;
}

function commandFor({ deadline, hours, milestoneId }: DeadlineFacts): Command {
  if (hours > 0) return { name: 'clock.remind', kind: deadline, hours };
  switch (deadline) {
    case 'offer':
      return { name: 'clock.expireOffer' };
    case 'funding':
      return { name: 'clock.cancelUnfunded' };
    case 'refund':
      return { name: 'clock.returnEscrow' };
    case 'review':
      if (milestoneId === null) throw new Error('The deadline of a review names no milestone.');
      return { name: 'clock.autoRelease', milestoneId };
  }
}
