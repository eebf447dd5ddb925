import type { Handlers } from '@handsel/protocol/backend';
import type { Subject } from '../identity/subject.ts';
import { minorOf } from '../rules/minor.ts';
import type { World } from '../world.ts';
import { withConsent } from './consent.ts';
import { execute } from './execute.ts';

type Names =
  | 'paymentRequests.create'
  | 'paymentRequests.withdraw'
  | 'paymentRequests.view'
  | 'paymentRequests.requestChanges'
  | 'milestones.approve'
  | 'contracts.endByFreelancer'
  | 'contracts.endByClient'
  | 'escrowRefunds.approve'
  | 'disputes.open';

/** Asking for money, releasing it, and ending. */
export function paymentHandlers(world: World): Pick<Handlers<Subject>, Names> {
  return {
    'paymentRequests.create': async ({ contractId, milestoneId, note }, call) => {
      const contract = await execute(world, call, contractId, { name: 'paymentRequests.create', milestoneId, note });
      if (!contract.paymentRequest) throw new Error('A request for payment was decided, but the contract has none.');
      return contract.paymentRequest;
    },
    'paymentRequests.withdraw': ({ contractId, paymentRequestId }, call) =>
      execute(world, call, contractId, { name: 'paymentRequests.withdraw', paymentRequestId }),
    'paymentRequests.view': ({ contractId, paymentRequestId }, call) =>
      execute(world, call, contractId, { name: 'paymentRequests.view', paymentRequestId }),
    'paymentRequests.requestChanges': ({ contractId, paymentRequestId, note }, call) =>
      execute(world, call, contractId, { name: 'paymentRequests.requestChanges', paymentRequestId, note }),
    'milestones.approve': ({ contractId, consentToken, amount, ...rest }, call) =>
      execute(world, call, contractId, async (before, tx) => {
        const { comment: _, ...shown } = rest;
        const minor = minorOf(amount, before, '/amount');
        await withConsent(world, tx, call, before, consentToken, { command: 'milestones.approve', amount, ...shown });
        return { name: 'milestones.approve', ...rest, amount: minor };
      }),
    'contracts.endByFreelancer': ({ contractId, consentToken, reason }, call) =>
      execute(world, call, contractId, async (before, tx) => {
        await withConsent(world, tx, call, before, consentToken, { command: 'contracts.endByFreelancer' });
        return { name: 'contracts.endByFreelancer', reason };
      }),
    'contracts.endByClient': ({ contractId, consentToken, reason, pay }, call) =>
      execute(world, call, contractId, async (before, tx) => {
        const minor = minorOf(pay, before, '/pay');
        await withConsent(world, tx, call, before, consentToken, { command: 'contracts.endByClient', pay });
        return { name: 'contracts.endByClient', reason, pay: minor };
      }),
    'escrowRefunds.approve': ({ contractId, consentToken }, call) =>
      execute(world, call, contractId, async (before, tx) => {
        await withConsent(world, tx, call, before, consentToken, { command: 'escrowRefunds.approve' });
        return { name: 'escrowRefunds.approve' };
      }),
    'disputes.open': ({ contractId, statement }, call) =>
      execute(world, call, contractId, { name: 'disputes.open', statement }),
  };
}
