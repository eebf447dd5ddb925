import { type ChargeId, type ContractId } from '@handsel/protocol';
import { newToken } from '../chance.ts';
import { deliverMails } from '../mail/deliver.ts';
import type { MailTransport } from '../mail/transport.ts';
import { carryOutOrder } from '../payments/orders.ts';
import { isOpen, settleCharge } from '../payments/settle.ts';
import { loadCharge } from '../store/contract-records.ts';
import { type ClaimedJob, claimJobs, finishJob, postponeJob } from '../store/jobs.ts';
import type { World } from '../world.ts';
import { reachDeadline } from './deadlines.ts';
import { JOB_KINDS } from './kinds.ts';
import { tidy } from './tidy.ts';

const AT_ONCE = 20;

/** Does everything that is due now, then sends the mails that wait. Answers how many jobs and mails that were. */
export async function runDueJobs(world: World, mail: MailTransport | null): Promise<number> {
  return (await runJobs(world)) + (await deliverMails(world, mail));
}

/** Does everything that is due now but sending mails. Answers how many jobs that were. */
export async function runJobs(world: World): Promise<number> {
  let count = 0;
  for (;;) {
    const lease = newToken('lse', world.random);
    const jobs = await world.store.write((tx) => claimJobs(tx, { now: world.clock.now(), lease, limit: AT_ONCE }));
    for (const job of jobs) if (world.clock.now() < job.leaseUntil) await run(world, job);
    count += jobs.length;
    if (jobs.length < AT_ONCE) break;
  }
  await tidy(world);
  return count;
}

/** One job that fails must not keep the others from being done. */
async function run(world: World, job: ClaimedJob): Promise<void> {
  try {
    await JOBS[job.kind]?.(world, job);
  } catch (error) {
    const now = world.clock.now();
    const name = error instanceof Error ? error.name : typeof error;
    world.log('error', 'a job failed', { kind: job.kind, contractId: job.contractId, tries: job.tries, error: name });
    await world.store.write((tx) => postponeJob(tx, job, { now, error: name }));
  }
}

const JOBS: Readonly<Record<string, (world: World, job: ClaimedJob) => Promise<void>>> = {
  [JOB_KINDS.deadline]: reachDeadline,
  [JOB_KINDS.reminder]: reachDeadline,
  [JOB_KINDS.paymentOrder]: async (world, job) => {
    await carryOutOrder(world, job.contractId as ContractId, job.subject);
    await world.store.write((tx) => finishJob(tx, job, world.clock.now()));
  },
  [JOB_KINDS.charge]: async (world, job) => {
    const [contractId, chargeId] = [job.contractId as ContractId, job.subject as ChargeId];
    await settleCharge(world, contractId, chargeId);
    await world.store.write(async (tx) => {
      const now = world.clock.now();
      const open = isOpen((await loadCharge(tx, contractId, chargeId)) ?? null);
      if (open) await postponeJob(tx, job, { now, error: null });
      else await finishJob(tx, job, now);
    });
  },
};
