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
import type { World } from '../world.ts';
import { whileReachable } from './reachable.ts';

/** One handler for each operation. */
export function createHandlers(world: World): Handlers<Subject> {
  return guarded({
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

function guarded(handlers: Handlers<Subject>): Handlers<Subject> {
  const entries = Object.entries(handlers as unknown as Record<string, AnyHandler>).map(
    ([name, handler]): [string, AnyHandler] => [
      name,
      (input, call) => whileReachable(async () => handler(input, call)),
    ],
  );
  return Object.fromEntries(entries) as unknown as Handlers<Subject>;
}
