import type { Client } from '@handsel/core';
import type {
  Charge,
  Contract,
  ContractId,
  MilestoneChangeId,
  MilestoneId,
  Money,
  PaymentRequestId,
} from '@handsel/protocol';

/** Everything a client can do here, with what the backend is given. */
export type Command =
  | { readonly name: 'contracts.accept'; readonly input: { termsHash: string; signature: string } }
  | { readonly name: 'contracts.decline'; readonly input: { reason?: string } }
  | { readonly name: 'contracts.cancel'; readonly input: { reason?: string } }
  | {
      readonly name: 'contracts.fund';
      readonly input: { scope: 'next' | 'all'; paymentMethod: string; consentToken: string };
    }
  | {
      readonly name: 'milestones.approve';
      readonly milestoneId: MilestoneId;
      readonly input: {
        amount: Money;
        comment?: string;
        underpaymentReason?: string;
        end?: boolean;
        consentToken: string;
      };
    }
  | {
      readonly name: 'paymentRequests.requestChanges';
      readonly paymentRequestId: PaymentRequestId;
      readonly input: { note: string };
    }
  | { readonly name: 'contracts.endByClient'; readonly input: { reason: string; pay: Money; consentToken: string } }
  | {
      readonly name: 'milestoneChanges.accept';
      readonly milestoneChangeId: MilestoneChangeId;
      readonly input: { paymentMethod?: string; consentToken: string };
    }
  | {
      readonly name: 'milestoneChanges.reject';
      readonly milestoneChangeId: MilestoneChangeId;
      readonly input: { reason?: string };
    };

/** What came of a command: the contract as it now stands, and the charge where there was one. */
export interface Outcome {
  readonly contract: Contract;
  readonly charge?: Charge;
}

/** Sends one command. */
export async function perform(
  client: Client,
  contractId: ContractId,
  command: Command,
  options: { idempotencyKey: string },
): Promise<Outcome> {
  switch (command.name) {
    case 'contracts.accept':
      return { contract: await client.contracts.accept(contractId, command.input, options) };
    case 'contracts.decline':
      return { contract: await client.contracts.decline(contractId, command.input, options) };
    case 'contracts.cancel':
      return { contract: await client.contracts.cancel(contractId, command.input, options) };
    case 'contracts.fund':
      return client.contracts.fund(contractId, command.input, options);
    case 'milestones.approve':
      return { contract: await client.milestones.approve(contractId, command.milestoneId, command.input, options) };
    case 'paymentRequests.requestChanges': {
      const { paymentRequestId, input } = command;
      return { contract: await client.paymentRequests.requestChanges(contractId, paymentRequestId, input, options) };
    }
    case 'contracts.endByClient':
      return { contract: await client.contracts.endByClient(contractId, command.input, options) };
    case 'milestoneChanges.accept': {
      const { milestoneChangeId, input } = command;
      return { contract: await client.milestoneChanges.accept(contractId, milestoneChangeId, input, options) };
    }
    case 'milestoneChanges.reject': {
      const { milestoneChangeId, input } = command;
      return { contract: await client.milestoneChanges.reject(contractId, milestoneChangeId, input, options) };
    }
  }
}
