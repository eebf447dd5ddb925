import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import type { Handlers } from './backend.ts';
import type { ContractId, MilestoneId } from './ids.ts';
import { type InputOf, operation, type OutputOf, type Page } from './operation.ts';
import type {
  createContract,
  fundContract,
  listContracts,
  streamEvents,
  withdrawContract,
} from './operations/index.ts';
import type { Contract, ContractSummary } from './resources/contract.ts';
import type { ContractEvent } from './resources/event.ts';
import type { Funding } from './resources/money-preview.ts';

const rest = { name: 'tests.make', method: 'POST', callers: ['hosted'], errors: [] } as const;

/** Never run: what is written here is read by the compiler alone. */
function wrongDeclarations(): void {
  // @ts-expect-error -- no id of this name may stand in a path
  operation({ ...rest, path: '/v1/contracts/:contractID' });
  // @ts-expect-error -- nor may one that comes after a good one
  operation({ ...rest, path: '/v1/contracts/:contractId/parts/:partId' });
  // @ts-expect-error -- nobody holds such a credential
  operation({ ...rest, path: '/v1/tests', callers: ['everybody'] });
  // @ts-expect-error -- a contract has two sides, and this is neither
  operation({ ...rest, path: '/v1/tests', roles: ['lawyer'] });
  // @ts-expect-error -- the list of refusals is closed
  operation({ ...rest, path: '/v1/tests', errors: ['TEAPOT'] });
  // @ts-expect-error -- what comes in must be what went out: JSON Schema cannot say a transform
  operation({ ...rest, path: '/v1/tests', input: z.pipe(z.string(), z.transform(Number)) });
  // @ts-expect-error -- there is no such kind of answer
  operation({ ...rest, path: '/v1/tests', kind: 'many' });
  // @ts-expect-error -- a status of success is one of a few
  operation({ ...rest, path: '/v1/tests', status: 301 });
  // @ts-expect-error -- PUT is no method here: what is written is created or changed
  operation({ ...rest, path: '/v1/tests', method: 'PUT' });
}

/** Never run, as above. */
function wrongInputs(contractId: ContractId, milestoneId: MilestoneId): void {
  const good: InputOf<typeof withdrawContract> = { contractId };
  // @ts-expect-error -- the id of a milestone is not the id of a contract
  const other: InputOf<typeof withdrawContract> = { contractId: milestoneId };
  // @ts-expect-error -- a call about a contract says which
  const none: InputOf<typeof withdrawContract> = {};
  // @ts-expect-error -- money moves with a consent token only
  const fund: InputOf<typeof fundContract> = { contractId, scope: 'next', paymentMethod: 'pm' };
  const written = { client: { email: '' }, title: '', description: '', currency: '', milestones: [] };
  // @ts-expect-error -- a draft knows no such field
  const draft: InputOf<typeof createContract> = { ...written, paid: 1 };
  void [good, other, none, fund, draft];
}

/** Never run, as above. */
function wrongHandlers(contract: Contract, summary: ContractSummary, event: ContractEvent, funding: Funding): void {
  const page: OutputOf<typeof listContracts> = { data: [summary], next: null } satisfies Page<ContractSummary>;
  const nothing: Pick<Handlers, 'contracts.discard'> = { 'contracts.discard': () => undefined };
  const paid: OutputOf<typeof fundContract> = funding;
  // @ts-expect-error -- a page is not a list
  const list: OutputOf<typeof listContracts> = [summary];
  // @ts-expect-error -- a stream is not one event
  const stream: OutputOf<typeof streamEvents> = event;
  // @ts-expect-error -- funding answers the charge, too
  const handler: Pick<Handlers, 'contracts.fund'> = { 'contracts.fund': () => contract };
  // @ts-expect-error -- there is no such operation
  const unknown: Partial<Handlers> = { 'contracts.dance': () => contract };
  void [page, nothing, paid, list, stream, handler, unknown];
}

describe('declaring and handling an operation wrongly', () => {
  it('does not compile', () => {
    const read = [wrongDeclarations, wrongInputs, wrongHandlers];
    assert.equal(read.length, 3);
  });
});
