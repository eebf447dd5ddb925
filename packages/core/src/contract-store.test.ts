import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contractOf, paymentRequestOf, problemOf } from './testing/samples.ts';
import { gone, OPENING, watched } from './testing/watched.ts';

const SIGNED = { termsHash: 'a'.repeat(64), signature: 'Rin Vale' };

describe('a command of the store', () => {
  it('shows its answer at once, and reads nothing again when its event comes', async () => {
    const { store, listen, time, asked, seqs } = watched();
    listen();
    await time.quiet();
    const sent = await store.send(SIGNED);
    assert.equal(store.snapshot.contract?.version, sent.version);
    assert.equal(sent.version, 6);
    await time.quiet();
    assert.deepEqual(seqs().slice(-1), [8]);
    assert.deepEqual(asked(), [...OPENING, 'POST /ctr_1/send']);
  });

  it('reads the contract when the answer is something else', async () => {
    const { store, asked } = watched();
    const request = await store.requestPayment('ms_1', { note: 'Done.' });
    assert.deepEqual(request, paymentRequestOf());
    assert.deepEqual(asked(), ['POST /ctr_1/milestones/ms_1/payment-requests', 'GET /ctr_1']);
    assert.equal(store.snapshot.contract?.version, 6);
  });

  it('has succeeded even if the contract cannot be read afterwards', async () => {
    const { store, time } = watched(['none', ...gone()]);
    assert.equal((await time.until(store.requestPayment('ms_1'))).id, 'prq_1');
    assert.equal(store.snapshot.status, 'offline');
  });

  it('takes the contract out of a funding', async () => {
    const contract = contractOf({ version: 9 });
    const charge = {
      id: 'chg_1',
      contractId: 'ctr_1',
      amount: { amount: 50_000, currency: 'USD' },
      status: 'pending',
      paymentMethod: null,
      confirmationUrl: null,
      failureCode: null,
      createdAt: contract.createdAt,
    };
    const { store } = watched([Response.json({ charge, contract })]);
    const input = { scope: 'next', paymentMethod: 'pm_sim_success_visa', consentToken: 'c'.repeat(20) } as const;
    assert.equal((await store.fund(input)).charge.status, 'pending');
    assert.equal(store.snapshot.contract?.version, 9);
  });

  it('names the version the snapshot shows, and refuses to guess one', async () => {
    const { store, way } = watched();
    const draft = {
      client: { email: 'kit@arden.example' },
      title: 'A logo',
      description: '',
      currency: 'USD',
      milestones: [],
    };
    await assert.rejects(async () => store.update(draft), { code: 'MISUSE' });
    assert.equal(way.sent.length, 0);
    await store.refresh();
    await store.revise({ draft, signature: 'Rin Vale' });
    assert.equal(way.sent.at(-1)?.headers.get('if-match'), '"5"');
  });

  it('reads the contract anew when it was refused because things have moved on', async () => {
    const { store, listen, time, way, asked } = watched();
    listen();
    await time.quiet();
    way.next(problemOf(409, 'WRONG_STATE'));
    await assert.rejects(store.withdraw(), { code: 'WRONG_STATE' });
    await time.quiet();
    assert.deepEqual(asked().slice(3), ['POST /ctr_1/withdraw', 'GET /ctr_1']);
  });

  it('has one for each operation about a contract', () => {
    const { store } = watched();
    const commands = [
      ...[
        'update',
        'discard',
        'send',
        'revise',
        'resend',
        'withdraw',
        'accept',
        'decline',
        'cancel',
        'preview',
        'fund',
      ],
      ...['charge', 'endByFreelancer', 'endByClient', 'requestPayment', 'withdrawPaymentRequest', 'viewPaymentRequest'],
      ...['requestChanges', 'approve', 'proposeChange', 'acceptChange', 'rejectChange', 'withdrawChange'],
      ...['approveEscrowRefund', 'openDispute'],
    ];
    for (const name of commands) assert.equal(typeof Reflect.get(store, name), 'function', name);
  });
});
