import { createHmac } from 'node:crypto';
import type { Clock } from '../../ports.ts';
import { FakeBooks } from './fake-books.ts';
import { FakeParams } from './fake-params.ts';
import { FakeRefusal, invalid } from './fake-refusal.ts';
import { FakeSessions, SESSION, shown } from './fake-sessions.ts';

const DAY_MS = 24 * 3_600_000;

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Kept {
  readonly request: string;
  readonly at: number;
  /** Undefined while the first request runs. */
  answer: Answer | undefined;
}

/** How the next answer goes wrong: the work is done or not, and what is heard of it. */
type Fault = 'lost' | 'cut' | 'silent' | number;

/** The routes of Stripe that the adapter uses, with their rules: keys, cards, captures, refunds, transfers, reports. */
export class FakeStripe {
  readonly secretKey = 'sk_test_fake';
  readonly webhookSecret = 'whsec_fake';
  readonly books = new FakeBooks();
  readonly sessions = new FakeSessions(this.books, () => Math.floor(this.#now() / 1000));
  readonly #clock: Clock;
  readonly #keys = new Map<string, Kept>();
  #fault: Fault | undefined;
  #reports = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The next write is carried out, but its answer never arrives. */
  loseNextAnswer(): void {
    this.#fault = 'lost';
  }

  /** The next write is carried out, but its answer breaks off. */
  cutNextAnswer(): void {
    this.#fault = 'cut';
  }

  /** The next request is never answered. */
  hangNext(): void {
    this.#fault = 'silent';
  }

  /** The next request is refused with this status, and nothing is done. */
  failNext(status: number): void {
    this.#fault = status;
  }

  /** A report about an intent or a page, signed as Stripe signs. */
  report(id: string, type: string, { secret = this.webhookSecret, at = this.#clock.now() } = {}): Request {
    this.#reports += 1;
    const object = id.startsWith('cs_') ? shown(this.sessions.session(id), false) : { ...this.books.intent(id) };
    const body = JSON.stringify({ id: `evt_${this.#reports}`, object: 'event', type, data: { object } });
    const seconds = Math.floor(Date.parse(at) / 1000);
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    const headers = { 'Content-Type': 'application/json', 'Stripe-Signature': `t=${seconds},v1=${signature}` };
    return new Request('https://vale.example/payments/webhook', { method: 'POST', headers, body });
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(input, init);
    const fault = this.#take(request.method);
    if (fault === 'silent') return neverAnswered(request.signal);
    const answer = await this.#keyed(request, typeof fault === 'number' ? fault : undefined);
    if (fault === 'lost') throw new TypeError('fetch failed');
    const text = JSON.stringify(answer.body);
    const headers = { 'Content-Type': 'application/json', 'Request-Id': 'req_fake' };
    return new Response(fault === 'cut' ? text.slice(0, text.length / 2) : text, { status: answer.status, headers });
  };

  #take(method: string): Fault | undefined {
    const fault = this.#fault;
    if (method === 'GET' && (fault === 'lost' || fault === 'cut')) return undefined;
    this.#fault = undefined;
    return fault;
  }

  /** Carries a request out once per key, as Stripe's documentation says. */
  async #keyed(request: Request, failure: number | undefined): Promise<Answer> {
    const key = request.headers.get('Idempotency-Key');
    const text = await request.text();
    const same = `${request.method} ${new URL(request.url).pathname} ${text}`;
    const known = key === null ? undefined : this.#known(key);
    if (known) return replay(known, same);
    const kept: Kept = { request: same, at: this.#now(), answer: undefined };
    if (key !== null) this.#keys.set(key, kept);
    // Others come while this one runs.
    await new Promise((resolve) => setImmediate(resolve));
    const { answer, keep } = this.#carryOut(request, text, failure);
    if (keep) kept.answer = answer;
    else if (key !== null) this.#keys.delete(key);
    return answer;
  }

  #known(key: string): Kept | undefined {
    const kept = this.#keys.get(key);
    return kept && this.#now() - kept.at < DAY_MS ? kept : undefined;
  }

  #carryOut(request: Request, text: string, failure: number | undefined): { answer: Answer; keep: boolean } {
    try {
      if (failure !== undefined)
        throw new FakeRefusal(failure, { type: 'api_error', message: 'Fault.' }, failure < 500);
      if (request.headers.get('Authorization') !== `Bearer ${this.secretKey}`) {
        throw new FakeRefusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided.' }, true);
      }
      return { answer: { status: 200, body: this.#route(request, text) }, keep: true };
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      return { answer: { status: error.status, body: { error: error.body } }, keep: !error.early };
    }
  }

  #route({ method, url }: Request, text: string): unknown {
    const { pathname, search } = new URL(url);
    const [, version, kind, id, verb] = pathname.replace('/checkout/', '/').split('/');
    if (version !== 'v1') throw invalid('url_invalid');
    if (kind === 'sessions')
      return this.#session([method, id && ':id', verb].filter(Boolean).join(' '), id, search || text);
    switch ([method, kind, id && ':id', verb].filter(Boolean).join(' ')) {
      case 'POST payment_intents':
        return this.books.pay(new FakeParams(text, INTENT), Math.floor(this.#now() / 1000));
      case 'POST payment_intents :id capture':
        return this.books.capture(id ?? '');
      case 'GET payment_intents :id':
        return this.books.intent(id ?? '');
      case 'GET payment_intents':
        return since(this.books.intents, new FakeParams(search, ['created', ...PAGE]));
      case 'POST payment_intents :id cancel':
        return this.books.cancel(id ?? '', new FakeParams(text, ['cancellation_reason']).text('cancellation_reason'));
      case 'POST refunds':
        return this.books.refund(new FakeParams(text, ['payment_intent', 'amount', 'metadata']));
      case 'GET refunds':
        return list(this.books.refunds, new FakeParams(search, [...PAGE, 'payment_intent']), 'payment_intent');
      case 'POST transfers':
        return this.books.transfer(new FakeParams(text, TRANSFER));
      case 'GET transfers':
        return list(this.books.transfers, new FakeParams(search, [...PAGE, 'transfer_group']), 'transfer_group');
      default:
        throw new FakeRefusal(404, { type: 'invalid_request_error', message: `No such route: ${method} ${pathname}.` });
    }
  }

  #session(route: string, id = '', text: string): unknown {
    switch (route) {
      case 'POST':
        return shown(this.sessions.open(new FakeParams(text, SESSION)), false);
      case 'POST :id expire':
        return shown(this.sessions.expire(id), false);
      case 'GET :id':
        return shown(
          this.sessions.session(id),
          new FakeParams(text, ['expand']).or('expand[0]', '') === 'payment_intent',
        );
      case 'GET':
        return this.#listed(new FakeParams(text, ['created', 'expand', ...PAGE]));
      default:
        throw new FakeRefusal(404, { type: 'invalid_request_error', message: `No such route: ${route}.` });
    }
  }

  #listed(params: FakeParams): unknown {
    const expanded = params.or('expand[0]', '') === 'data.payment_intent';
    const { data, ...rest } = since(this.sessions.all, params);
    return { ...rest, data: data.map(({ id }) => shown(this.sessions.session(id), expanded)) };
  }

  #now(): number {
    return Date.parse(this.#clock.now());
  }
}

const INTENT =
  'amount currency payment_method allowed_payment_method_types capture_method confirm return_url description transfer_group metadata'.split(
    ' ',
  );
const TRANSFER = 'amount currency destination transfer_group metadata'.split(' ');
const PAGE = ['limit', 'starting_after'];

function replay(kept: Kept, request: string): Answer {
  const type = 'idempotency_error';
  if (kept.request !== request) return { status: 400, body: { error: { type, message: 'Other parameters.' } } };
  if (kept.answer) return kept.answer;
  return { status: 409, body: { error: { type, code: 'idempotency_key_in_use', message: 'Still running.' } } };
}

function list<Item extends { readonly id: string }>(
  items: readonly Item[],
  params: FakeParams,
  by: keyof Item & string,
) {
  const wanted = params.text(by);
  return page(
    items.filter((item) => item[by] === wanted),
    params,
  );
}

function since<Item extends { readonly id: string; readonly created: number }>(
  items: readonly Item[],
  params: FakeParams,
) {
  const from = Number(params.or('created[gte]', '0'));
  return page(
    items.filter(({ created }) => created >= from),
    params,
  );
}

/** Newest first, in pages. */
function page<Item extends { readonly id: string }>(items: readonly Item[], params: FakeParams) {
  const newest = items.toReversed();
  const from = newest.findIndex(({ id }) => id === params.or('starting_after', '')) + 1;
  const limit = Number(params.or('limit', '10'));
  return { object: 'list', data: newest.slice(from, from + limit), has_more: from + limit < newest.length };
}

function neverAnswered(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}
