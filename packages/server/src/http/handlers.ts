import { Refusal } from '@handsel/protocol';
import type { Handlers } from '@handsel/protocol/backend';
import { draftHandlers } from '../contracts/drafts.ts';
import { offerHandlers } from '../contracts/offers.ts';
import { paymentHandlers } from '../contracts/payments.ts';
import { readingHandlers } from '../contracts/reading.ts';
import { invitationHandlers } from '../identity/invitation-handlers.ts';
import { profileHandlers } from '../identity/profile.ts';
import { sessionHandlers } from '../identity/sessions.ts';
import type { Subject } from '../identity/subject.ts';
import { chargeHandlers } from '../payments/handlers.ts';
import { StoreFault, TurnTimeoutError } from '../store/faults.ts';
import type { World } from '../world.ts';

/** One handler for each operation. */
export function createHandlers(world: World): Handlers<Subject> {
  return whileReachable({
    ...profileHandlers(world),
    ...sessionHandlers(world),
    ...invitationHandlers(world),
    ...draftHandlers(world),
    ...readingHandlers(world),
    ...offerHandlers(world),
    ...paymentHandlers(world),
    ...chargeHandlers(world),
  });
}

type AnyHandler = (input: unknown, call: unknown) => unknown;

/** A database that is away, or too busy, is no mistake of ours: it is said as such, and asking again helps. */
function whileReachable(handlers: Handlers<Subject>): Handlers<Subject> {
  const guarded = Object.entries(handlers as unknown as Record<string, AnyHandler>).map(
    ([name, handler]): [string, AnyHandler] => [
      name,
      async (input, call) => {
        try {
          return await handler(input, call);
        } catch (error) {
          throw isBusy(error) ? new Refusal('UNAVAILABLE', { retryAfter: 1 }) : error;
        }
      },
    ],
  );
  return Object.fromEntries(guarded) as unknown as Handlers<Subject>;
}

/** Whether the store could not answer for now. */
export function isBusy(error: unknown): boolean {
  if (error instanceof TurnTimeoutError) return true;
  return error instanceof StoreFault && (error.kind === 'unavailable' || error.kind === 'retry');
}
