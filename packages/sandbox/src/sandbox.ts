import type { ContractId, Instant, Role } from '@handsel/protocol';
import type { Span } from './clock.ts';
import type { Matching, Refusing } from './faults.ts';
import { Host, type SentMail } from './host.ts';
import { Network } from './network.ts';
import { type SandboxOptions, settle, type Settled } from './options.ts';
import { type Cast, Play } from './play.ts';
import { openSession, type SessionOptions } from './sessions.ts';
import { type StateName, STATES } from './states.ts';

/** A whole backend in this tab or process, with a clock you can turn. Make one with `createSandbox`. */
export class Sandbox {
  /** What clients and elements are given as their backend: it answers requests. */
  readonly backend: { fetch(request: Request): Promise<Response> };
  /** For public pages: reads the freelancer's profile, and asks for contracts. */
  readonly publishableKey: string;
  /** For code that plays the integrator's server. */
  readonly secretKey: string;
  readonly #host: Host;
  readonly #network: Network;
  readonly #settled: Settled;
  #cast: Cast | undefined;

  private constructor(host: Host, keys: Pick<Sandbox, 'publishableKey' | 'secretKey'>, settled: Settled) {
    this.#host = host;
    this.#network = new Network(host.answer);
    this.#network.latency = settled.latency;
    this.#settled = settled;
    this.backend = { fetch: this.#network.fetch };
    this.publishableKey = keys.publishableKey;
    this.secretKey = keys.secretKey;
  }

  /** See `createSandbox`. */
  static async open(options: SandboxOptions): Promise<Sandbox> {
    const settled = settle(options);
    const { host, first } = await Host.open(settled);
    const { publishableKey, secretKey } = first;
    if (secretKey === null) throw new Error('A new backend must know its secret key.');
    return new Sandbox(host, { publishableKey, secretKey }, settled);
  }

  /** Answers a request, as the backend over the wire would. Needs no `this`. */
  get fetch(): (request: Request) => Promise<Response> {
    return this.#network.fetch;
  }

  /** What the clock shows. It stands still until `advance` turns it. */
  get now(): Instant {
    return this.#host.clock.now();
  }

  /** Milliseconds of real time that each answer takes. */
  get latency(): number {
    return this.#network.latency;
  }

  set latency(milliseconds: number) {
    this.#network.latency = milliseconds;
  }

  /** Every mail that has left, newest last. */
  get mails(): readonly SentMail[] {
    return [...this.#host.mails];
  }

  /**
   * Signs one side in, and answers the token: `createClient({ backend, session: await sandbox.sessionFor('client') })`.
   * It outlives every turn of the clock.
   */
  sessionFor(role: Role, options: SessionOptions = {}): Promise<string> {
    const { [role]: person, freelancer } = this.#settled;
    return openSession(this.#host.world, { ...person, role, currency: freelancer.currency }, options);
  }

  /**
   * Turns the clock, from one thing that is due to the next: each deadline, reminder and mail at its own moment.
   * @throws {RangeError} for a span that is negative.
   */
  async advance(span: Span): Promise<void> {
    await this.#host.advanceTo(this.#host.clock.after(span));
  }

  /**
   * Brings a new contract into a state, by the commands of both sides through the API. Mails are sent as always; the
   * clock stands still, but for `expired`. Faults, latency and being offline do not touch it.
   */
  async create(state: StateName): Promise<ContractId> {
    const play = new Play(this.#host, await this.#casting());
    for (const step of STATES[state]) await step(play);
    return play.contract.id;
  }

  /** The next request that is meant is refused before it reaches the backend; with `INTERNAL` when nothing is said. */
  failNext(refusing: Refusing = {}): void {
    this.#network.failNext(refusing);
  }

  /** The next request that is meant is carried out, but its answer never arrives. A client asks again by itself. */
  loseNextAnswer(matching: Matching = {}): void {
    this.#network.loseNextAnswer(matching);
  }

  /** The next request that is meant never arrives. */
  dropNextRequest(matching: Matching = {}): void {
    this.#network.dropNextRequest(matching);
  }

  /** From now on nothing arrives, and live streams break off. */
  goOffline(): void {
    this.#network.goOffline();
  }

  /** Ends `goOffline`. */
  goOnline(): void {
    this.#network.goOnline();
  }

  /** Ends live streams and frees the memory; afterwards nothing answers any more. */
  async close(): Promise<void> {
    this.#network.goOffline();
    await this.#host.close();
  }

  async #casting(): Promise<Cast> {
    const { freelancer, client } = this.#settled;
    this.#cast ??= {
      freelancer: { name: freelancer.name, email: freelancer.email },
      client: { name: client.name, email: client.email },
      tokens: { freelancer: await this.sessionFor('freelancer'), client: await this.sessionFor('client') },
      publishableKey: this.publishableKey,
    };
    return this.#cast;
  }
}

/**
 * Opens a whole backend in this tab or process: `const sandbox = await createSandbox({ now: '2026-11-23T14:20:00.000Z' })`.
 * Several live side by side and know nothing of each other.
 * @throws {Error} within five seconds, saying what to do, when SQLite's WASM cannot be loaded.
 */
export function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return Sandbox.open(options);
}
