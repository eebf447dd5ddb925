import { freePort } from '../../play/backend.ts';
import { Child } from './child.ts';
import type { Killable } from '../killable.ts';

/** A real server on a port that is killed again and again, and started again on the same data. */
export class MortalServer {
  readonly url: string;
  /** How often it has died. */
  deaths = 0;
  readonly failures: string[] = [];
  readonly #env: Readonly<Record<string, string>>;
  #child: Child<Killable> | undefined;
  #up: Promise<void>;

  private constructor(port: number, env: Readonly<Record<string, string>>) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { HOST: '127.0.0.1', PORT: String(port), ...env };
    this.#up = this.#start();
  }

  /** Starts it on a free port; `env` says where its data are. */
  static async start(env: Readonly<Record<string, string>>): Promise<MortalServer> {
    const server = new MortalServer(await freePort(), env);
    await server.up();
    return server;
  }

  /** Settles while it answers: at once, or when it is back. */
  up(): Promise<void> {
    return this.#up;
  }

  signIn() {
    return this.#living().ask('signIn', undefined);
  }

  /** Kills it now, whatever it is doing. */
  async kill(): Promise<void> {
    await this.#die(() => {
      this.#living().kill();
    });
  }

  /** Has it die right after it has stored the next command, before anybody is told. */
  async killAfterCommand(): Promise<void> {
    await this.#die(() => this.#living().ask('dieAfterCommand', undefined));
  }

  /** Ends it for good. */
  async end(): Promise<void> {
    await this.up();
    this.failures.push(...(await this.#living().ask('failures', undefined)));
    this.#living().kill();
    await this.#living().gone();
  }

  async #die(cause: () => unknown): Promise<void> {
    await this.up();
    const { promise, resolve } = Promise.withResolvers<void>();
    const gone = this.#living().gone();
    this.failures.push(...(await this.#living().ask('failures', undefined)));
    this.#up = promise;
    await cause();
    await gone;
    this.deaths += 1;
    await this.#start();
    resolve();
  }

  async #start(): Promise<void> {
    this.#child = new Child<Killable>('killable.ts', this.#env);
    await this.#child.ask('start', undefined);
  }

  #living(): Child<Killable> {
    if (!this.#child) throw new Error('The server was not started.');
    return this.#child;
  }
}
