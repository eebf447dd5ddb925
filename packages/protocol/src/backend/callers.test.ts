import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Caller } from '../backend.ts';
import { Refusal } from '../errors.ts';
import type { Operation } from '../operation.ts';
import { OPERATIONS } from '../operations/table.ts';
import { backendOf, KEY } from '../testing/asked.ts';
import { contractOf, sessionOf } from '../testing/samples.ts';
import { refusalOf } from './admit.ts';

const EVERYBODY: readonly Caller[] = [
  { kind: 'none' },
  { kind: 'publishable', role: 'freelancer' },
  ...(['embedded', 'hosted', 'trusted'] as const).flatMap((kind) =>
    (['freelancer', 'client'] as const).map((role) => ({ kind, role })),
  ),
  { kind: 'secret' },
];

/** Who may make a call and who may not, as the caller sees it. */
async function gate(
  name: keyof typeof OPERATIONS,
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for (const caller of EVERYBODY) {
    const { ask } = backendOf({ [name]: () => contractOf() }, { caller });
    const { status, problem } = await ask(method, path, { headers: KEY, ...(body && { body }) });
    told[[caller.kind, caller.role].filter(Boolean).join('.')] = status < 300 ? 'yes' : `${status} ${problem.code}`;
  }
  return told;
}

const no = '403 CALLER_NOT_ALLOWED';
const side = '403 WRONG_ROLE';

describe('a call', () => {
  it('that moves money is for the client on pages where no script can forge a click', async () => {
    const accept = { termsHash: 'a'.repeat(64), signature: 'Kit Arden' };
    assert.deepEqual(await gate('contracts.accept', 'POST', '/v1/contracts/ctr_1/accept', accept), {
      none: '401 UNAUTHENTICATED',
      'publishable.freelancer': no,
      'embedded.freelancer': no,
      'embedded.client': no,
      'hosted.freelancer': side,
      'hosted.client': 'yes',
      'trusted.freelancer': side,
      'trusted.client': 'yes',
      secret: no,
    });
  });

  it('of the freelancer is also for the secret key, which acts for one', async () => {
    assert.deepEqual(await gate('contracts.resend', 'POST', '/v1/contracts/ctr_1/resend'), {
      none: '401 UNAUTHENTICATED',
      'publishable.freelancer': no,
      'embedded.freelancer': 'yes',
      'embedded.client': side,
      'hosted.freelancer': 'yes',
      'hosted.client': side,
      'trusted.freelancer': 'yes',
      'trusted.client': side,
      secret: 'yes',
    });
  });

  it('that needs no credential is for everybody, and knows nobody', async () => {
    const callers: Caller[] = [];
    const seen = (_: unknown, { caller }: { caller: Caller }) => {
      callers.push(caller);
      return sessionOf();
    };
    const body = { email: 'kit@arden.example', code: '012345' };
    for (const caller of EVERYBODY) {
      const { ask } = backendOf({ 'sessions.create': seen }, { caller });
      assert.equal((await ask('POST', '/v1/sessions', { body })).status, 201);
    }
    assert.deepEqual(
      callers,
      EVERYBODY.map(() => ({ kind: 'none', role: undefined })),
    );
  });

  it('is checked against its credential before its body is read', async () => {
    const { ask } = backendOf({}, { caller: { kind: 'none' } });
    const { status, problem, headers } = await ask('POST', '/v1/contracts', { body: '{' });
    assert.deepEqual([status, problem.code, headers.get('www-authenticate')], [401, 'UNAUTHENTICATED', 'Bearer']);
  });

  it('hands the account on to its handler, with the side it acts for', async () => {
    const callers: unknown[] = [];
    for (const caller of [
      { kind: 'secret', role: 'client', subject: 'acc_1' },
      { kind: 'embedded', role: 'client', subject: 'acc_2' },
    ] as const) {
      const { ask } = backendOf(
        {
          'contracts.retrieve': (_, context) => {
            callers.push(context.caller);
            return contractOf();
          },
        },
        { caller },
      );
      await ask('GET', '/v1/contracts/ctr_1');
    }
    assert.deepEqual(callers, [
      { kind: 'secret', role: 'freelancer', subject: 'acc_1' },
      { kind: 'embedded', role: 'client', subject: 'acc_2' },
    ]);
  });

  it('with a public key acts for nobody', async () => {
    const callers: Caller[] = [];
    const draft = {
      client: { email: 'kit@arden.example', name: 'Kit' },
      title: 'A',
      description: '',
      currency: 'USD',
      milestones: [],
    };
    const { ask } = backendOf(
      {
        'contractRequests.create': (_, { caller }) => {
          callers.push(caller);
          throw new Refusal('RATE_LIMITED');
        },
      },
      { caller: { kind: 'publishable', role: 'freelancer', subject: 'acc_1' } },
    );
    await ask('POST', '/v1/contract-requests', { body: draft });
    assert.deepEqual(callers, [{ kind: 'publishable', role: undefined, subject: 'acc_1' }]);
  });
});

describe('a credential that is not good', () => {
  const refusing = (refusal: Refusal) => ({ authenticate: () => Promise.reject(refusal) });

  it('says so', async () => {
    const { ask } = backendOf({}, refusing(new Refusal('SESSION_EXPIRED')));
    const { status, problem, headers } = await ask('GET', '/v1/contracts');
    assert.deepEqual([status, problem.code], [401, 'SESSION_EXPIRED']);
    assert.equal(headers.get('www-authenticate'), 'Bearer error="invalid_token"');
  });

  it('keeps nobody from signing in anew', async () => {
    const handlers = { 'sessions.create': () => sessionOf() };
    const body = { email: 'kit@arden.example', code: '012345' };
    for (const code of ['SESSION_EXPIRED', 'UNAUTHENTICATED'] as const) {
      const { ask } = backendOf(handlers, refusing(new Refusal(code)));
      assert.equal((await ask('POST', '/v1/sessions', { body })).status, 201, code);
    }
    const { ask } = backendOf(handlers, refusing(new Refusal('ORIGIN_DENIED')));
    assert.equal((await ask('POST', '/v1/sessions', { body })).status, 403);
  });
});

describe('the table of operations', () => {
  const all = Object.values<Operation>(OPERATIONS);

  it('lets nothing move money that a hostile page could hold', () => {
    for (const operation of all.filter(({ money }) => money)) {
      for (const kind of ['none', 'publishable', 'embedded', 'secret'] as const) {
        for (const role of ['freelancer', 'client'] as const) {
          assert.notEqual(refusalOf(operation, kind, role), undefined, `${operation.name} by ${kind}`);
        }
      }
    }
  });

  it('lets a public key read a profile and ask for a contract, and nothing else', () => {
    const open = all.filter(({ callers }) => callers.includes('publishable')).map(({ name }) => name);
    assert.deepEqual(open.sort(), ['contractRequests.create', 'profile.retrieve']);
  });

  it('asks everybody else who they are, but for those who sign in', () => {
    const open = all.filter(({ callers }) => callers.includes('none')).map(({ name }) => name);
    assert.deepEqual(open.sort(), [
      'invitations.requestCode',
      'invitations.retrieve',
      'invitations.verify',
      'sessions.create',
      'sessions.requestCode',
    ]);
  });
});
