import type { Policy } from '@handsel/protocol';

/** What whoever runs the backend decides. */
export interface Settings {
  /** Where people reach this backend, without a slash at the end: `https://contracts.vale.example`. */
  readonly publicUrl: string;
  /** The numbers of the rules; each contract keeps those of the day it was begun. */
  readonly policy: Policy;
  /** Shows every mail at `/dev/outbox` and the pretended bank; never on a backend that real clients use. */
  readonly testMode: boolean;
}

/** How long credentials, consents and unconfirmed charges live. */
export const LIFETIMES = {
  hostedSessionMs: 12 * 3_600_000,
  consentMs: 5 * 60_000,
  confirmationMs: 30 * 60_000,
  idempotencyDays: 30,
} as const;
