import { type ContractEvent, type ContractId, fieldRefusal, Refusal } from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import { stillHolds } from '../identity/authenticate.ts';
import type { Subject } from '../identity/subject.ts';
import { listContracts } from '../store/contract-list.ts';
import { listEvents } from '../store/events.ts';
import type { World } from '../world.ts';
import { loadVisible, subjectOf } from './execute.ts';

type Names = 'contracts.list' | 'events.list' | 'events.stream';

/** Lists, and what happened. */
export function readingHandlers(world: World): Pick<Handlers<Subject>, Names> {
  return {
    'contracts.list': async ({ limit = 20, ...wish }, call) => {
      const { role, partyId, email, contractId } = subjectOf(call);
      return world.store.read((q) => listContracts(q, { ...wish, limit, role, partyId, email, contractId }));
    },
    'events.list': async ({ contractId, after, limit = 100, cursor }, call) => {
      const from = cursor === undefined ? (after ?? 0) : placeOf(cursor);
      const data = await world.store.read(async (q) => {
        await loadVisible(q, contractId, subjectOf(call));
        return listEvents(q, contractId, { after: from, limit: limit + 1 });
      });
      const last = data.length > limit ? data[limit - 1] : undefined;
      return { data: data.slice(0, limit), next: last ? String(last.seq) : null };
    },
    'events.stream': async ({ contractId, after }, call) => {
      const subject = subjectOf(call);
      world.limiter.checkStreams(subject.credentialId);
      await world.store.read((q) => loadVisible(q, contractId, subject));
      return follow(world, contractId, { subject, after: call.lastEventId ?? after ?? 0, signal: call.signal });
    },
  };
}

function placeOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) {
    throw fieldRefusal('/cursor', 'invalid_format', 'Send the "next" of the page before, as it came.');
  }
  return Number(cursor);
}

interface Following {
  readonly subject: Subject;
  readonly after: number;
  readonly signal: AbortSignal;
}

const AT_ONCE = 100;

/** Every event after a number, as it happens, until nobody listens, the session is over or the contract is gone. */
async function* follow(
  world: World,
  contractId: ContractId,
  { subject, after, signal }: Following,
): AsyncGenerator<ContractEvent> {
  const bell = new Bell(signal);
  const stop = world.store.subscribe({
    heard: ({ topic, id }) => {
      if (topic === 'contract' && id === contractId) bell.ring();
    },
    missed: () => {
      bell.ring();
    },
  });
  let letGo: (() => void) | undefined;
  try {
    // Many who were let in at once are counted only here.
    letGo = world.limiter.holdStream(subject.credentialId);
    for (let seq = after; !signal.aborted;) {
      bell.quiet();
      const events = await read(world, contractId, subject, seq);
      yield* events;
      seq = events.at(-1)?.seq ?? seq;
      if (events.length < AT_ONCE) await bell.rung();
    }
  } catch (error) {
    // Somebody who may no longer look is not told why: the stream ends, and asking again says it.
    if (!(error instanceof Refusal)) throw error;
  } finally {
    stop();
    letGo?.();
  }
}

function read(world: World, contractId: ContractId, subject: Subject, after: number): Promise<ContractEvent[]> {
  return world.store.read(async (q) => {
    if (!(await stillHolds(q, subject, world.clock.now()))) throw new Refusal('SESSION_EXPIRED');
    await loadVisible(q, contractId, subject);
    return listEvents(q, contractId, { after, limit: AT_ONCE });
  });
}

/** Wakes one waiter, also one who begins to wait only after it has rung. */
class Bell {
  #ringing = false;
  #wake: (() => void) | undefined;

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => {
      this.ring();
    });
  }

  ring(): void {
    this.#ringing = true;
    this.#wake?.();
  }

  quiet(): void {
    this.#ringing = false;
  }

  async rung(): Promise<void> {
    if (this.#ringing) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#wake = resolve;
    await promise;
    this.#wake = undefined;
  }
}
