import { describe, it } from 'node:test';
import {
  approveMilestone,
  type Contract,
  type ContractSummary,
  createContract,
  createContractRequest,
  type MilestoneId,
  type Money,
  retrieveContract,
  streamEvents,
} from '@handsel/protocol';
import { type Call, connect } from './call.ts';
import type { Client } from './client.ts';

const draft = {
  client: { email: 'kit@arden.example' },
  title: 'A logo',
  description: '',
  currency: 'USD',
  milestones: [],
};

/** Never run: what is written here is read by the compiler alone. */
async function wrongUses(client: Client, call: Call): Promise<void> {
  const contract: Contract = await client.contracts.create(draft);
  const paid: Money = contract.figures.paid;
  for await (const line of client.contracts.list()) line satisfies ContractSummary;
  const first: ContractSummary[] = (await client.contracts.list({ limit: 5 })).data;
  const same: Contract = await call(retrieveContract, { contractId: 'ctr_1' });
  await call(createContractRequest, { ...draft, client: { email: 'kit@arden.example', name: 'Kit' } });
  await client.contracts.discard('ctr_1', { idempotencyKey: 'k', timeout: 5, headers: {}, ifMatch: 1 });
  void [paid, first, same];

  // @ts-expect-error -- the id of a milestone is not the id of a contract
  await client.contracts.retrieve('ms_1' satisfies MilestoneId);
  // @ts-expect-error -- a draft without a title is none
  await client.contracts.create({ ...draft, title: undefined });
  // @ts-expect-error -- a price is a number of minor units with its currency, never a bare number
  await client.contracts.create({ ...draft, milestones: [{ title: 'All', amount: 500 }] });
  // @ts-expect-error -- whoever rewrites a draft says which version was read
  await client.contracts.update('ctr_1', draft);
  // @ts-expect-error -- money moves only with the consent token of a preview
  await client.milestones.approve('ctr_1', 'ms_1', { amount: { amount: 1, currency: 'USD' } });
  // @ts-expect-error -- the same by its operation
  await call(approveMilestone, { contractId: 'ctr_1', milestoneId: 'ms_1', amount: { amount: 1, currency: 'USD' } });
  // @ts-expect-error -- an input that is required cannot be left out
  await call(createContract);
  // @ts-expect-error -- a stream is followed, not called
  await call(streamEvents, { contractId: 'ctr_1' });
  // @ts-expect-error -- asking for payment needs the milestone
  await client.contract('ctr_1').requestPayment({ note: 'Done.' });
  // @ts-expect-error -- a snapshot is read, never written
  client.contract('ctr_1').snapshot.status = 'ready';
  // @ts-expect-error -- a connection needs a backend
  connect({ key: 'pk_1' });
}

describe('the types', () => {
  it('refuse wrong uses when the tests are compiled', () => void wrongUses);
});
