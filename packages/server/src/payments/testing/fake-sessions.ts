import type { FakeBooks, FakeIntent, FakeWish } from './fake-books.ts';
import type { FakeParams } from './fake-params.ts';
import { FakeRefusal, invalid, missing } from './fake-refusal.ts';

/** A page of Stripe on which something is paid, as far as the adapter looks at it. */
export interface FakeSession {
  readonly id: string;
  readonly object: 'checkout.session';
  readonly created: number;
  readonly expires_at: number;
  readonly client_reference_id: string;
  readonly customer_email: string;
  readonly success_url: string;
  readonly cancel_url: string;
  readonly metadata: Readonly<Record<string, string>>;
  status: 'open' | 'complete' | 'expired';
  url: string | null;
  payment_intent: FakeIntent | null;
}

/** The parameters of a page that the fake knows. */
export const SESSION =
  'mode line_items allowed_payment_method_types adaptive_pricing payment_intent_data customer_email client_reference_id metadata success_url cancel_url expires_at'.split(
    ' ',
  );

const DEMANDS = [
  ['mode', 'payment'],
  ['line_items[0][quantity]', '1'],
  ['allowed_payment_method_types[0]', 'card'],
  ['adaptive_pricing[enabled]', 'false'],
  ['payment_intent_data[capture_method]', 'manual'],
] as const;

const ITEM = 'line_items[0][price_data]';

/** The pages of the fake, and what payers do on them. */
export class FakeSessions {
  readonly all: FakeSession[] = [];
  readonly #books: FakeBooks;
  readonly #now: () => number;
  readonly #wishes = new Map<string, Omit<FakeWish, 'created'>>();

  constructor(books: FakeBooks, now: () => number) {
    this.#books = books;
    this.#now = now;
  }

  open(params: FakeParams): FakeSession {
    for (const [name, value] of DEMANDS) if (params.text(name) !== value) throw invalid('parameter_invalid', name);
    const [created, expires] = [this.#now(), Number(params.text('expires_at'))];
    if (expires < created + 1_800 || expires > created + 86_400) throw invalid('parameter_invalid', 'expires_at');
    params.text(`${ITEM}[product_data][name]`);
    const currency = params.text(`${ITEM}[currency]`);
    const amount = params.amount(currency, `${ITEM}[unit_amount]`);
    const id = `cs_${this.all.length + 1}`;
    this.#wishes.set(id, { amount, currency, metadata: params.metadata('payment_intent_data[metadata]') });
    const session: FakeSession = {
      id,
      object: 'checkout.session',
      created,
      expires_at: expires,
      client_reference_id: params.text('client_reference_id'),
      customer_email: params.text('customer_email'),
      success_url: params.text('success_url'),
      cancel_url: params.text('cancel_url'),
      metadata: params.metadata(),
      status: 'open',
      url: `https://checkout.stripe.example/c/pay/${id}`,
      payment_intent: null,
    };
    this.all.push(session);
    return session;
  }

  expire(id: string): FakeSession {
    const session = this.session(id);
    if (session.status !== 'open') throw invalid('resource_not_open');
    this.#close(session, 'expired');
    return session;
  }

  /** A page as it stands now: one whose time has come is closed. */
  session(id: string): FakeSession {
    const session = this.all.find((each) => each.id === id);
    if (!session) throw missing('page');
    if (session.status === 'open' && session.expires_at <= this.#now()) this.#close(session, 'expired');
    return session;
  }

  /** The payer pays with a card. A declined one leaves the page open, for another. */
  pay(id: string, card = 'pm_card_visa'): void {
    const session = this.session(id);
    const wish = this.#wishes.get(id);
    if (session.status !== 'open' || !wish) throw new Error(`${id} cannot be paid on.`);
    session.payment_intent ??= this.#books.intend({ ...wish, created: this.#now() });
    try {
      this.#books.charge(session.payment_intent, card, session.success_url);
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      return;
    }
    this.#close(session, 'complete');
  }

  #close(session: FakeSession, status: 'complete' | 'expired'): void {
    session.status = status;
    session.url = null;
    if (status === 'expired' && session.payment_intent) this.#books.cancel(session.payment_intent.id, 'automatic');
  }
}

/** A page as it is answered: what belongs to it is a name, unless all of it was asked for. */
export function shown(session: FakeSession, expanded: boolean): unknown {
  const { payment_intent: intent } = session;
  return { ...session, payment_intent: expanded ? intent : (intent?.id ?? null) };
}
