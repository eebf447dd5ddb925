import type { App } from '../app.ts';
import type { Log } from '../ports.ts';

const EVERY_MS = 1_000;

/** Does what is due, once a second and right after each commit, one round at a time. */
export function startWorker(app: App, log: Log): { stop(): Promise<void> } {
  let stopped = false;
  let wanted = false;
  let running: Promise<void> | undefined;

  const round = async (): Promise<void> => {
    do {
      wanted = false;
      try {
        await app.runDueJobs();
      } catch (error) {
        log('error', 'jobs could not be run', { error: error instanceof Error ? error.name : typeof error });
      }
    } while (wanted && !stopped);
  };
  const kick = (): void => {
    wanted = true;
    running ??= round().finally(() => {
      running = undefined;
    });
  };
  const timer = setInterval(kick, EVERY_MS);
  const unsubscribe = app.world.store.subscribe({ heard: kick, missed: kick });
  kick();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      unsubscribe();
      await running;
    },
  };
}
