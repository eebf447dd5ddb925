import { Faults, type Matching, type Refusing, refusalOf } from './faults.ts';
import { LiveStreams } from './live-streams.ts';

/** Anything that answers requests. */
type Answering = (request: Request) => Promise<Response>;

/** The way between a page and the backend, with the accidents of a real one. */
export class Network {
  /** Milliseconds of real time that each answer takes. */
  latency = 0;
  readonly #backend: Answering;
  readonly #faults = new Faults();
  readonly #streams = new LiveStreams();
  #offline = false;

  constructor(backend: Answering) {
    this.#backend = backend;
  }

  readonly fetch = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    const fault = this.#faults.take(request);
    if (this.#offline || fault?.kind === 'request lost') throw lost();
    const answer = fault?.kind === 'refused' ? fault.answer() : await this.#backend(request);
    await pause(this.latency, request.signal);
    if (this.#offline || fault?.kind === 'answer lost') {
      void answer.body?.cancel();
      throw lost();
    }
    return this.#streams.through(answer);
  };

  /** See `Sandbox.failNext`. */
  failNext(refusing: Refusing): void {
    this.#faults.plan(refusing, { kind: 'refused', answer: () => refusalOf(refusing) });
  }

  /** See `Sandbox.loseNextAnswer`. */
  loseNextAnswer(matching: Matching): void {
    this.#faults.plan(matching, { kind: 'answer lost' });
  }

  /** See `Sandbox.dropNextRequest`. */
  dropNextRequest(matching: Matching): void {
    this.#faults.plan(matching, { kind: 'request lost' });
  }

  /** Nothing arrives any more, and live streams break off. */
  goOffline(): void {
    this.#offline = true;
    this.#streams.breakOff();
  }

  goOnline(): void {
    this.#offline = false;
  }
}

// The words of Node's fetch; what counts is the type.
function lost(): TypeError {
  return new TypeError('fetch failed');
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
