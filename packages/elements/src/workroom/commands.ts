import type { Client } from '@handsel/core';
import type { Contract, MilestoneChangeDraft } from '@handsel/protocol';

/** What the workroom carries out itself. */
export const COMMANDS = [
  'contracts.discard',
  'contracts.resend',
  'contracts.withdraw',
  'contracts.cancel',
  'contracts.endByFreelancer',
  'escrowRefunds.approve',
  'disputes.open',
  'paymentRequests.withdraw',
  'milestoneChanges.create',
  'milestoneChanges.accept',
  'milestoneChanges.reject',
  'milestoneChanges.withdraw',
] as const;

/** Names one of them. */
export type CommandName = (typeof COMMANDS)[number];

/** One of them, with what the person has said. */
export interface Command {
  readonly name: CommandName;
  readonly reason: string;
  readonly consentToken: string;
  readonly change: MilestoneChangeDraft | undefined;
}

/** Whether the workroom carries an operation out itself. */
export function isCommand(name: string): name is CommandName {
  return COMMANDS.some((command) => command === name);
}

/** Sends a command; answers the contract as it then stands, or nothing when there is none any more. */
export async function perform(
  client: Client,
  contract: Contract,
  command: Command,
  options: { idempotencyKey: string },
): Promise<Contract | undefined> {
  const { id } = contract;
  const { reason, consentToken } = command;
  const said = reason ? { reason } : {};
  switch (command.name) {
    case 'contracts.discard':
      await client.contracts.discard(id, options);
      return undefined;
    case 'contracts.resend':
      return client.contracts.resend(id, options);
    case 'contracts.withdraw':
      return client.contracts.withdraw(id, options);
    case 'contracts.cancel':
      return client.contracts.cancel(id, said, options);
    case 'contracts.endByFreelancer':
      return client.contracts.endByFreelancer(id, { reason, consentToken }, options);
    case 'escrowRefunds.approve':
      return client.escrowRefunds.approve(id, { consentToken }, options);
    case 'disputes.open':
      return client.disputes.open(id, { statement: reason }, options);
    case 'paymentRequests.withdraw':
      return client.paymentRequests.withdraw(id, there(contract.paymentRequest).id, options);
    case 'milestoneChanges.create':
      return client.milestoneChanges.create(id, there(command.change), options);
    case 'milestoneChanges.accept':
      return client.milestoneChanges.accept(id, there(contract.milestoneChange).id, { consentToken }, options);
    case 'milestoneChanges.reject':
      return client.milestoneChanges.reject(id, there(contract.milestoneChange).id, said, options);
    case 'milestoneChanges.withdraw':
      return client.milestoneChanges.withdraw(id, there(contract.milestoneChange).id, options);
  }
}

// The menu offers these only where there is something to answer; it may have gone meanwhile.
function there<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new GoneError();
  return value;
}

/** What a command was about is no longer there; said like a refusal of the backend. */
class GoneError extends Error {
  readonly code = 'WRONG_STATE';
  constructor() {
    super('What this was about is no longer there.');
    this.name = 'GoneError';
  }
}
