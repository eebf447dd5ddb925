import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fieldRefusal, PROBLEMS, Problem, type ProblemCode, Refusal, type RefusalExtras } from '../errors.ts';
import { fits } from '../fits.ts';
import { backendOf } from '../testing/asked.ts';
import { contractOf } from '../testing/samples.ts';
import { AnswerError } from './answer.ts';

const failing = (error: unknown) =>
  backendOf({
    'contracts.retrieve': () => {
      throw error;
    },
  });
const refused = (code: ProblemCode, extras?: RefusalExtras) =>
  failing(new Refusal(code, extras)).ask('GET', '/v1/contracts/ctr_1');

describe('a refusal', () => {
  it('becomes problem details with the status of its code', async () => {
    for (const [code, [status, detail]] of Object.entries(PROBLEMS)) {
      const { headers, problem, status: answered } = await refused(code as ProblemCode);
      assert.equal(answered, status);
      assert.equal(headers.get('content-type'), 'application/problem+json');
      assert.deepEqual(
        { ...problem, title: '' },
        { type: 'about:blank', title: '', status, code, detail, instance: 'req_1' },
      );
      assert.notEqual(problem.title, 'Refused', `status ${status} has a name`);
      assert.ok(fits(Problem, problem));
    }
  });

  it('says when to try again, and how often', async () => {
    const { headers, problem } = await refused('RATE_LIMITED', { retryAfter: 1.2 });
    assert.equal(headers.get('retry-after'), '2');
    assert.equal(problem.remaining, undefined);
    assert.equal((await refused('IDEMPOTENCY_RUNNING')).headers.get('retry-after'), '1');
    assert.equal((await refused('NOT_FOUND')).headers.get('retry-after'), null);
    const at = '2026-12-04T00:00:00.000Z';
    assert.deepEqual(
      (({ problem: p }) => [p.at, p.remaining, p.detail])(
        await refused('WINDOW_CLOSED', { at, remaining: 0, detail: 'Too late.' }),
      ),
      [at, 0, 'Too late.'],
    );
  });

  it('of one field names it', async () => {
    const { ask } = failing(fieldRefusal('/offerEndsOn', 'past', 'The offer would have ended already.'));
    const { status, problem } = await ask('GET', '/v1/contracts/ctr_1');
    assert.deepEqual([status, problem.code], [422, 'VALIDATION']);
    assert.deepEqual(problem.errors, [
      { pointer: '/offerEndsOn', code: 'past', message: 'The offer would have ended already.' },
    ]);
  });
});

describe('an error that nobody foresaw', () => {
  it('tells the caller that something failed, and not what', async () => {
    const { ask, errors } = failing(new Error('password of rin@vale.example is hunter2'));
    const { status, problem, text } = await ask('GET', '/v1/contracts/ctr_1');
    assert.deepEqual([status, problem.code, problem.instance], [500, 'INTERNAL', 'req_1']);
    assert.doesNotMatch(text, /hunter2|rin@|at .*\.ts/);
    assert.match(String(errors[0]?.error), /hunter2/);
    assert.deepEqual([errors[0]?.requestId, errors[0]?.operation], ['req_1', 'contracts.retrieve']);
  });

  it('may be anything that can be thrown', async () => {
    for (const thrown of [undefined, null, 'text', 5, { code: 'NOT_FOUND' }, new TypeError('x')]) {
      assert.equal((await failing(thrown).ask('GET', '/v1/contracts/ctr_1')).status, 500, String(thrown));
    }
  });

  it('is answered also when it happens while asking who calls, and when the log fails', async () => {
    const { ask } = backendOf({}, { authenticate: () => Promise.reject(new Error('no database')) });
    assert.equal((await ask('GET', '/v1/contracts')).status, 500);
    const silent = backendOf(
      {},
      {
        authenticate: () => Promise.reject(new Error('no database')),
        onError: () => {
          throw new Error('no log');
        },
      },
    );
    assert.equal((await silent.ask('GET', '/v1/contracts')).status, 500);
  });

  it('is a handler that answers nothing', async () => {
    const { ask, errors } = backendOf({ 'contracts.retrieve': (() => undefined) as never });
    assert.equal((await ask('GET', '/v1/contracts/ctr_1')).status, 500);
    assert.ok(errors[0]?.error instanceof AnswerError);
    assert.equal(errors[0].error.message, "contracts.retrieve: the handler's answer is missing.");
  });
});

describe('answers that are held against their schema', () => {
  const checked = async (answer: unknown, name: 'contracts.retrieve' | 'events.list' = 'contracts.retrieve') => {
    const { ask, errors } = backendOf({ [name]: () => answer }, { parseAnswers: true });
    const path = name === 'events.list' ? '/v1/contracts/ctr_1/events' : '/v1/contracts/ctr_1';
    const { status } = await ask('GET', path);
    return status === 200 ? 'good' : String(errors[0]?.error);
  };

  it('say where a handler is wrong, and never what it said', async () => {
    assert.equal(await checked(contractOf()), 'good');
    const wrong = {
      ...contractOf(),
      title: 5,
      figures: { ...contractOf().figures, paid: { amount: 0.5, currency: 'USD' } },
    };
    assert.match(await checked(wrong), /wrong at "\/title" \(invalid_type\), "\/figures\/paid\/amount"/);
    assert.doesNotMatch(await checked({ ...contractOf(), status: 'secret' }), /secret/);
  });

  it('hold no field that the schema lacks: it may be a secret that got out', async () => {
    assert.match(await checked({ ...contractOf(), passwordHash: 'x' }), /fields its schema lacks/);
    assert.match(
      await checked({ ...contractOf(), freelancer: { ...contractOf().freelancer, phone: '1' } }),
      /its schema lacks/,
    );
  });

  it('are pages where pages are due', async () => {
    assert.equal(await checked({ data: [], next: null }, 'events.list'), 'good');
    assert.match(await checked([], 'events.list'), /no page: "data"/);
    assert.match(await checked({ data: [], next: 5 }, 'events.list'), /no page: "next"/);
    assert.match(await checked({ data: [{}], next: null }, 'events.list'), /wrong at "\/id"/);
  });

  it('are not looked at unless somebody asks for it: it costs', async () => {
    const { ask } = backendOf({ 'contracts.retrieve': (() => ({ anything: true })) as never });
    assert.equal((await ask('GET', '/v1/contracts/ctr_1')).text, '{"anything":true}');
  });
});

describe('headers a handler adds', () => {
  it('reach the caller, cookies one by one', async () => {
    const { send } = backendOf({
      'contracts.retrieve': (_, context) => {
        context.header('Set-Cookie', 'a=1');
        context.header('Set-Cookie', 'b=2');
        context.header('X-Word', 'first');
        context.header('X-Word', 'last');
        return contractOf();
      },
    });
    const { headers } = await send('GET', '/v1/contracts/ctr_1');
    assert.deepEqual(headers.getSetCookie(), ['a=1', 'b=2']);
    assert.equal(headers.get('x-word'), 'last');
  });
});
