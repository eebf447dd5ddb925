import type { ContractId, MilestoneId } from '@handsel/core';
import { postgresHome } from '../../packages/server/src/node/postgres.ts';
import { startWorker } from '../../packages/server/src/node/worker.ts';
import { Simulator } from '../../packages/server/src/payments/simulator.ts';
import type { OutgoingOrder } from '../../packages/server/src/payments/provider.ts';
import { ORIGIN, type TestApp, testApp } from '../../packages/server/src/testing/app.ts';
import { bothSides } from '../play/contract.ts';
import { answerParent } from './lib/child.ts';

/** What this process has told the outside world. */
const done = { mails: [] as string[], transfers: [] as string[], errors: [] as string[] };

class CountingSimulator extends Simulator {
  override transfer(order: OutgoingOrder) {
    done.transfers.push(order.orderId);
    return super.transfer(order);
  }
}

/** When something happened, on a clock that all processes of the machine share. */
export interface Stamp {
  readonly seq: number;
  readonly at: number;
}

const now = () => performance.timeOrigin + performance.now();
const heard: Stamp[] = [];
const waiting: { readonly seq: number; readonly resolve: () => void }[] = [];

let app: TestApp;
let worker: ReturnType<typeof startWorker>;
const mail = ({ id }: { readonly id: string }): Promise<void> => Promise.resolve(void done.mails.push(id));

const leaving = new AbortController();

async function follow(contractId: ContractId, after: number): Promise<void> {
  const { signal } = leaving;
  for await (const { seq } of bothSides(app).client.events.stream(contractId, { after }, { signal })) {
    heard.push({ seq, at: now() });
    for (const each of waiting) if (each.seq <= seq) each.resolve();
  }
}

const questions = {
  async open({ url, now: time }: { readonly url: string; readonly now: string }) {
    app = await testApp({
      home: postgresHome(url),
      now: time,
      mail,
      payments: (store) => new CountingSimulator({ store, publicUrl: ORIGIN }),
    });
  },
  work() {
    worker = startWorker(app.app, (_, message) => done.errors.push(message), mail);
  },
  /** Works until nothing is left that nobody else has taken. */
  async drain() {
    while ((await app.app.runDueJobs()) > 0);
  },
  async stop() {
    await worker.stop();
    return done;
  },
  follow({ contractId, after }: { readonly contractId: ContractId; readonly after: number }) {
    void follow(contractId, after);
  },
  /** What was heard until then, as soon as it was. */
  async heard({ seq }: { readonly seq: number }) {
    const { promise, resolve } = Promise.withResolvers<void>();
    if (heard.some((stamp) => stamp.seq >= seq)) resolve();
    waiting.push({ seq, resolve });
    await promise;
    return heard;
  },
  /** Asks for payment and takes it back: the number of the newest event, and when it was answered for. */
  async askAndTakeBack({
    contractId,
    milestoneId,
  }: {
    readonly contractId: ContractId;
    readonly milestoneId: MilestoneId;
  }) {
    const { freelancer } = bothSides(app);
    const request = await freelancer.paymentRequests.create(contractId, milestoneId);
    const { seq } = await freelancer.paymentRequests.withdraw(contractId, request.id);
    return { seq, at: now() } satisfies Stamp;
  },
  async close() {
    leaving.abort();
    await app.close();
  },
};

/** What a process that works can be asked. */
export type Worker = typeof questions;

answerParent(questions);
