import { sql } from 'kysely';
import { sqliteHome } from '../../node/sqlite.ts';
import type { Home } from '../../store/home.ts';
import { createStore } from '../../store/store.ts';
import { Simulator } from '../simulator.ts';
import { Stripe, type StripeOptions } from '../stripe.ts';
import { FakeStripe } from './fake-stripe.ts';
import type { Bench } from './provider-suite.ts';

/** When every bench begins. */
export const START = '2026-11-23T14:20:00.000Z';

/** The simulator over a real store: in memory, or where it is said. */
export async function simulatorBench(home: Home = sqliteHome(':memory:')): Promise<Bench> {
  const store = await createStore({ home, random: Math.random });
  const provider = new Simulator({ store, publicUrl: 'https://vale.example' });
  const rows = (from: string) =>
    store.read(async ({ db }) => {
      const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.raw(from)}`.execute(db);
      return rows[0]?.n ?? 0;
    });
  return {
    provider,
    cards: { good: 'pm_sim_success_visa', declined: 'pm_sim_declined_card', asks: 'pm_sim_needs_confirmation' },
    loseAnswer: () => 'pm_sim_times_out_card',
    confirm: (order, _, agreed) => provider.confirm(order, agreed),
    count: async () => ({
      charges: await rows('simulated_charges'),
      transfers: await rows("simulated_orders where kind = 'transfer'"),
      refunds: await rows("simulated_orders where kind = 'refund'"),
    }),
    close: () => store.close(),
  };
}

/** The Stripe adapter with its real SDK, before a fake of Stripe's side and a clock that is set by hand. */
export interface StripeBench extends Bench {
  readonly provider: Stripe;
  readonly stripe: FakeStripe;
  readonly time: { now: string };
}

/** Opens a bench of Stripe. `options` change how the adapter is made. */
export function stripeBench(options: Partial<StripeOptions> = {}): StripeBench {
  const time = { now: START };
  const clock = { now: () => time.now };
  const stripe = new FakeStripe(clock);
  const { secretKey, webhookSecret, fetch } = stripe;
  const provider = new Stripe({ secretKey, webhookSecret, clock, fetch, retries: 0, ...options });
  return {
    provider,
    stripe,
    time,
    cards: { good: 'pm_card_visa', declined: 'pm_card_chargeDeclined', asks: 'pm_card_threeDSecure2Required' },
    loseAnswer: () => {
      stripe.loseNextAnswer();
      return 'pm_card_visa';
    },
    confirm: (_, reference, agreed) => Promise.resolve(stripe.books.confirm(reference, agreed)),
    count: () => {
      const { intents, transfers, refunds } = stripe.books;
      return Promise.resolve({ charges: intents.length, transfers: transfers.length, refunds: refunds.length });
    },
    close: () => Promise.resolve(),
  };
}
