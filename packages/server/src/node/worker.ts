import type { App } from '../app.ts';
import { runJobs } from '../jobs/run.ts';
import { deliverMails } from '../mail/deliver.ts';
import type { MailTransport } from '../mail/transport.ts';
import type { Log } from '../ports.ts';

const EVERY_MS = 1_000;

/**
 * Does what is due, once a second and right after each commit. Mails leave in rounds of their own: a code to sign in
 * with must not wait for a payment provider that does not answer, nor money for such a mail server.
 */
export function startWorker(app: App, log: Log, mail: MailTransport | null): { stop(): Promise<void> } {
  const jobs = new Rounds(() => runJobs(app.world), log);
  const mails = new Rounds(() => deliverMails(app.world, mail), log);
  const kick = (): void => {
    jobs.kick();
    mails.kick();
  };
  const timer = setInterval(kick, EVERY_MS);
  const unsubscribe = app.world.store.subscribe({ heard: kick, missed: kick });
  kick();
  return {
    stop: async () => {
      clearInterval(timer);
      unsubscribe();
      await Promise.all([jobs.stop(), mails.stop()]);
    },
  };
}

/** One round at a time; whoever asks for one during another gets the next. */
class Rounds {
  readonly #work: () => Promise<unknown>;
  readonly #log: Log;
  #stopped = false;
  #wanted = false;
  #running: Promise<void> | undefined;

  constructor(work: () => Promise<unknown>, log: Log) {
    this.#work = work;
    this.#log = log;
  }

  kick(): void {
    this.#wanted = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#wanted = false;
      try {
        await this.#work();
      } catch (error) {
        this.#log('error', 'jobs could not be run', { error: error instanceof Error ? error.name : typeof error });
      }
    } while (this.#wanted && !this.#stopped);
  }
}
