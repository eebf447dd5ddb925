import { DEFAULT_POLICY, type Instant } from '@handsel/protocol';
import {
  type App,
  createApp,
  type FirstStart,
  introduce,
  nextDue,
  type OutgoingMail,
  Simulator,
  type Store,
  type World,
} from '@handsel/server';
import { VirtualClock } from './clock.ts';
import { openStore } from './open-store.ts';
import type { Settled } from './options.ts';
import { seededRandom } from './seed.ts';
import { loadSqlite } from './sqlite.ts';

/** A mail that has left, and when. */
export interface SentMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: Instant;
}

/** The backend's app on a store in memory, with a clock that is turned by hand; what is due is done before it answers. */
export class Host {
  readonly clock: VirtualClock;
  readonly mails: SentMail[] = [];
  readonly world: World;
  readonly #app: App;
  #working: Promise<unknown> = Promise.resolve();
  #changed = false;

  constructor(store: Store, { now, seed, publicUrl, policy, log }: Settled) {
    this.clock = new VirtualClock(now);
    const { fees, ...rules } = policy ?? {};
    this.#app = createApp({
      store,
      clock: this.clock,
      random: seededRandom(seed),
      payments: new Simulator({ store, publicUrl }),
      settings: {
        publicUrl,
        policy: { ...DEFAULT_POLICY, ...rules, fees: { ...DEFAULT_POLICY.fees, ...fees } },
        testMode: true,
      },
      log,
      mail: (mail) => this.#deliver(mail),
      parseAnswers: true,
    });
    this.world = this.#app.world;
    store.subscribe({ heard: () => (this.#changed = true) });
  }

  /** Opens a store, and makes the freelancer's account and keys. */
  static async open(settled: Settled): Promise<{ readonly host: Host; readonly first: FirstStart }> {
    const sqlite = await loadSqlite(settled.wasm);
    const host = new Host(await openStore(sqlite, seededRandom('retries')), settled);
    return { host, first: await introduce(host.world, settled.freelancer) };
  }

  readonly answer = async (request: Request): Promise<Response> => {
    const answer = await this.#app.fetch(request);
    if (this.#changed) await this.#inTurn(() => this.#doWhatIsDue());
    return answer;
  };

  /** Turns the clock from one thing that is due to the next, doing each at its own moment, then on to the end. */
  advanceTo(end: Instant): Promise<void> {
    return this.#inTurn(async () => {
      await this.#doWhatIsDue();
      for (;;) {
        const due = await this.world.store.read(nextDue);
        if (due === undefined || due > end) break;
        this.clock.turnTo(due);
        if ((await this.#doWhatIsDue()) === 0) throw new Error(`What was due at ${due} could not be done.`);
      }
      this.clock.turnTo(end);
    });
  }

  async close(): Promise<void> {
    await this.#working.catch(() => undefined);
    await this.world.store.close();
  }

  #deliver({ to, subject, text, html }: OutgoingMail): Promise<void> {
    this.mails.push({ to, subject, text, html, at: this.clock.now() });
    return Promise.resolve();
  }

  /** What is done may make more due at once. A job that fails is due later, so this ends. */
  async #doWhatIsDue(): Promise<number> {
    let done = 0;
    for (;;) {
      this.#changed = false;
      const count = await this.#app.runDueJobs();
      done += count;
      if (count === 0) return done;
    }
  }

  // Two at once would take each other's jobs, and answer before theirs are done.
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#working.then(work);
    this.#working = turn.catch(() => undefined);
    return turn;
  }
}
