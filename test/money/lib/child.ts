import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** What a script in a process of its own can be asked, by name. */
export type Questions = Readonly<Record<string, (asked: never) => unknown>>;

type Asked<Q extends Questions, Name extends keyof Q> = Parameters<Q[Name]>[0];
type Answered<Q extends Questions, Name extends keyof Q> = Awaited<ReturnType<Q[Name]>>;

interface Envelope {
  readonly id: number;
  readonly name: string;
  readonly asked: unknown;
}

type Reply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failed: string };

/** A script in a process of its own, which is asked and answers, and may be killed at any moment. */
export class Child<Q extends Questions> {
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  readonly #gone: Promise<unknown>;
  #last = 0;

  constructor(script: string, env: Readonly<Record<string, string>> = {}) {
    const options = { execArgv: ['--conditions=handsel-source'], env: { ...process.env, ...env } };
    this.#process = fork(new URL(`../${script}`, import.meta.url), [], options);
    this.#gone = once(this.#process, 'exit').then(() => {
      for (const { reject } of this.#waiting.values()) reject(new Error(`${script} is gone.`));
    });
    this.#process.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('failed' in reply) waiting?.reject(new Error(reply.failed));
      else waiting?.resolve(reply.answer);
    });
  }

  /** Asks one question; rejects when the process fails to answer, or is killed before it does. */
  ask<Name extends keyof Q & string>(name: Name, asked: Asked<Q, Name>): Promise<Answered<Q, Name>> {
    const id = (this.#last += 1);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.set(id, { resolve, reject });
    this.#process.send({ id, name, asked } satisfies Envelope, (error) => {
      if (error) reject(error);
    });
    return promise as Promise<Answered<Q, Name>>;
  }

  /** Ends it as a power cut would: nothing in it gets to run any more. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Lets it end by itself, and waits until it has. */
  async end(): Promise<void> {
    if (this.#process.connected) this.#process.disconnect();
    await this.#gone;
  }

  /** Settles when the process is gone, whoever ended it. */
  gone(): Promise<unknown> {
    return this.#gone;
  }
}

/** The child's side: answers what the parent asks. */
export function answerParent(questions: Questions): void {
  process.on('message', (envelope: Envelope) => {
    const { id, name, asked } = envelope;
    const question = questions[name] as ((asked: unknown) => unknown) | undefined;
    Promise.resolve()
      .then(() => {
        if (!question) throw new Error(`Nobody answers "${name}".`);
        return question(asked);
      })
      .then(
        (answer) => process.send?.({ id, answer }),
        (error: unknown) =>
          process.send?.({ id, failed: error instanceof Error ? (error.stack ?? '') : String(error) }),
      );
  });
}
