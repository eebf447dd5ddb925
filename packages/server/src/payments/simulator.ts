import type { OfferedPaymentMethod } from '@handsel/protocol';
import { sql } from 'kysely';
import type { Reader, Store, Tx } from '../store/store.ts';
import {
  type ChargeAnswer,
  type ChargeOrder,
  type OutgoingAnswer,
  type OutgoingOrder,
  type PaymentProvider,
  ProviderUnknownError,
  UntrustedReportError,
} from './provider.ts';

/** The cards of test mode, and what each does. */
export const TEST_CARDS = {
  pm_sim_success_visa: 'succeeds',
  pm_sim_declined_card: 'is declined',
  pm_sim_needs_confirmation: 'asks for a confirmation with the bank',
  pm_sim_times_out_card: 'is charged, but the answer is lost; the backend finds out by itself',
} as const;

interface SimulatedCharge {
  readonly status: 'authorized' | 'captured' | 'requires_confirmation' | 'failed';
  readonly failure_code: string | null;
}

interface Card {
  readonly kind: OfferedPaymentMethod['kind'];
  /** How a charge with it begins. */
  readonly first: SimulatedCharge;
}

const AUTHORIZED: SimulatedCharge = { status: 'authorized', failure_code: null };

// A map, since whoever pays may write any word: "constructor" is no card.
const CARDS: ReadonlyMap<string, Card> = new Map(
  Object.entries<Card>({
    pm_sim_success_visa: { kind: 'test_success', first: AUTHORIZED },
    pm_sim_declined_card: { kind: 'test_declined', first: { status: 'failed', failure_code: 'card_declined' } },
    pm_sim_needs_confirmation: {
      kind: 'test_confirmation',
      first: { status: 'requires_confirmation', failure_code: null },
    },
    pm_sim_times_out_card: { kind: 'test_late', first: AUTHORIZED },
  } satisfies Record<keyof typeof TEST_CARDS, Card>),
);

/** What the simulator is made of. */
export interface SimulatorOptions {
  readonly store: Store;
  /** Where the page stands on which a payer confirms with the pretended bank. */
  readonly publicUrl: string;
}

/** A payment provider that moves no money, but keeps books in the store and fails as a real one does. */
export class Simulator implements PaymentProvider {
  readonly simulated = true;
  readonly paymentMethods = [...CARDS].map(([id, { kind }]) => ({ id, kind, provider: 'Simulator' }));
  readonly #store: Store;
  readonly #publicUrl: string;

  constructor({ store, publicUrl }: SimulatorOptions) {
    this.#store = store;
    this.#publicUrl = publicUrl;
  }

  async authorize(order: ChargeOrder): Promise<ChargeAnswer> {
    const first = await this.#store.write((tx) => insert(tx, order));
    if (first && order.paymentMethod === 'pm_sim_times_out_card') {
      throw new ProviderUnknownError('The simulated provider took the charge, but its answer was lost.');
    }
    return this.#answer(order);
  }

  async capture(order: ChargeOrder): Promise<ChargeAnswer> {
    await this.#move(order, 'authorized', 'captured');
    return this.#answer(order);
  }

  async find(order: ChargeOrder): Promise<ChargeAnswer | undefined> {
    const known = await this.#store.read((q) => read(q, order));
    return known && this.#word(order, known);
  }

  async cancel(order: ChargeOrder): Promise<ChargeAnswer> {
    await this.#move(order, 'requires_confirmation', 'failed', 'expired');
    return this.#answer(order);
  }

  transfer(order: OutgoingOrder): Promise<OutgoingAnswer> {
    return this.#record('transfer', order);
  }

  refund(order: OutgoingOrder): Promise<OutgoingAnswer> {
    return this.#record('refund', order);
  }

  readReport(): Promise<never> {
    return Promise.reject(new UntrustedReportError('The simulator reports nothing: somebody else sent this.'));
  }

  /** The payer's answer on the pretended bank's page. Answering twice changes nothing. */
  async confirm(order: Pick<ChargeOrder, 'contractId' | 'chargeId'>, agreed: boolean): Promise<void> {
    if (agreed) await this.#move(order, 'requires_confirmation', 'authorized');
    else await this.#move(order, 'requires_confirmation', 'failed', 'confirmation_refused');
  }

  async #move(
    order: Pick<ChargeOrder, 'contractId' | 'chargeId'>,
    from: SimulatedCharge['status'],
    to: SimulatedCharge['status'],
    failure: string | null = null,
  ): Promise<void> {
    await this.#store.write(({ db }) =>
      sql`update simulated_charges set status = ${to}, failure_code = ${failure}
        where contract_id = ${order.contractId} and id = ${order.chargeId} and status = ${from}`.execute(db),
    );
  }

  async #answer(order: ChargeOrder): Promise<ChargeAnswer> {
    const answer = await this.find(order);
    if (!answer) throw new ProviderUnknownError(`The simulated provider does not know charge ${order.chargeId}.`);
    return answer;
  }

  #word(order: ChargeOrder, { status, failure_code }: SimulatedCharge): ChargeAnswer {
    const reference = `sim_${order.chargeId}`;
    switch (status) {
      case 'failed':
        return { status, failureCode: failure_code ?? 'card_declined' };
      case 'requires_confirmation': {
        const place = `${order.contractId}/${order.chargeId}`;
        return { status, reference, confirmationUrl: `${this.#publicUrl}/dev/bank/${place}` };
      }
      case 'authorized':
      case 'captured':
        return { status, reference };
    }
  }

  async #record(kind: string, { contractId, orderId, amount }: OutgoingOrder): Promise<OutgoingAnswer> {
    await this.#store.write(({ db }) =>
      sql`insert into simulated_orders (contract_id, id, kind, amount, currency)
        values (${contractId}, ${orderId}, ${kind}, ${amount.amount}, ${amount.currency})
        on conflict (contract_id, id) do nothing`.execute(db),
    );
    return { status: 'done', reference: `sim_${orderId}` };
  }
}

async function read({ db }: Reader, order: ChargeOrder): Promise<SimulatedCharge | undefined> {
  const { rows } = await sql<SimulatedCharge>`select status, failure_code from simulated_charges
    where contract_id = ${order.contractId} and id = ${order.chargeId}`.execute(db);
  return rows[0];
}

/** Whether it was the first to ask: of twenty at once, one is. */
async function insert({ db }: Tx, { contractId, chargeId, amount, paymentMethod }: ChargeOrder): Promise<boolean> {
  const start = CARDS.get(paymentMethod)?.first ?? { status: 'failed', failure_code: 'unknown_payment_method' };
  const { rows } = await sql`insert into simulated_charges (contract_id, id, amount, currency, status, failure_code)
    values (${contractId}, ${chargeId}, ${amount.amount}, ${amount.currency}, ${start.status}, ${start.failure_code})
    on conflict (contract_id, id) do nothing returning id`.execute(db);
  return rows.length === 1;
}
