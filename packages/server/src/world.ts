import type { Limiter } from './http/limits.ts';
import type { PaymentProvider } from './payments/provider.ts';
import type { Clock, Log, NewId, RandomBytes } from './ports.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

/** Everything that handlers and jobs work with. Made once, by `createApp`. */
export interface World {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly random: RandomBytes;
  readonly payments: PaymentProvider;
  readonly limiter: Limiter;
  readonly settings: Settings;
  readonly log: Log;
}
