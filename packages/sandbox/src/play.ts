import {
  type Contract,
  type ContractDraft,
  type ContractId,
  endOfDay,
  type InputOf,
  type MilestoneId,
  type Money,
  type MoneyPreviewDraft,
  type OutputOf,
  type Role,
} from '@handsel/protocol';
import type { OperationName, Operations } from '@handsel/protocol/backend';
import { applyCommand, CLOCK, loadContract } from '@handsel/server';
import { Caller } from './caller.ts';
import type { Host } from './host.ts';
import type { Person } from './options.ts';

/** Those who play, and what lets each of them in. */
export interface Cast {
  readonly freelancer: Person;
  readonly client: Person;
  readonly tokens: Readonly<Record<Role, string>>;
  readonly publishableKey: string;
}

/** One contract, brought forward by both of its sides through the API, as people would. */
export class Play {
  readonly host: Host;
  readonly cast: Cast;
  readonly #caller: Caller;
  #contract: Contract | undefined;

  constructor(host: Host, cast: Cast) {
    this.host = host;
    this.cast = cast;
    this.#caller = new Caller(host.answer, () => host.world.newId('key'));
  }

  /** The contract as the freelancer sees it now. */
  get contract(): Contract {
    if (!this.#contract) throw new Error('Nobody has begun a contract yet.');
    return this.#contract;
  }

  /** Makes one call as one side. */
  as<Name extends OperationName>(
    role: Role,
    name: Name,
    input: InputOf<Operations[Name]>,
  ): Promise<OutputOf<Operations[Name]>> {
    return this.#caller.call(name, input, this.cast.tokens[role]);
  }

  /** Looks at a contract, which the play is about from now on. */
  async look(contractId: ContractId = this.contract.id): Promise<void> {
    this.#contract = await this.as('freelancer', 'contracts.retrieve', { contractId });
  }

  async write(draft: Omit<ContractDraft, 'client'>): Promise<void> {
    const { id } = await this.as('freelancer', 'contracts.create', { ...draft, client: this.cast.client });
    await this.look(id);
  }

  /** A visitor of a public page asks for a contract. */
  async ask(draft: Omit<ContractDraft, 'client'>): Promise<void> {
    const { title, description, currency, milestones } = draft;
    const wish = { title, description, currency, milestones, client: this.cast.client };
    const { id } = await this.#caller.call('contractRequests.create', wish, this.cast.publishableKey);
    await this.look(id);
  }

  /** Signs as one side: the freelancer sends, the client accepts. */
  async sign(role: Role): Promise<void> {
    const { id: contractId, terms } = this.contract;
    const signed = { contractId, termsHash: terms.hash, signature: this.cast[role].name };
    await this.as(role, role === 'freelancer' ? 'contracts.send' : 'contracts.accept', signed);
    await this.look();
  }

  async fund(scope: 'next' | 'all', paymentMethod = 'pm_sim_success_visa'): Promise<void> {
    const consentToken = await this.#consent('client', { command: 'contracts.fund', scope });
    const { id: contractId } = this.contract;
    await this.as('client', 'contracts.fund', { contractId, scope, paymentMethod, consentToken });
    await this.look();
  }

  async requestPayment(note: string): Promise<void> {
    const { id: contractId } = this.contract;
    await this.as('freelancer', 'paymentRequests.create', { contractId, milestoneId: this.#milestone().id, note });
    await this.look();
  }

  async requestChanges(note: string): Promise<void> {
    const { id: contractId, paymentRequest } = this.contract;
    if (!paymentRequest) throw new Error('Nobody has asked for payment.');
    const { id: paymentRequestId } = paymentRequest;
    await this.as('client', 'paymentRequests.requestChanges', { contractId, paymentRequestId, note });
    await this.look();
  }

  /** Approves all that is held for the milestone in work. */
  async approve(): Promise<void> {
    const { id: milestoneId, escrow: amount } = this.#milestone();
    const consentToken = await this.#consent('client', { command: 'milestones.approve', milestoneId, amount });
    const { id: contractId } = this.contract;
    await this.as('client', 'milestones.approve', { contractId, milestoneId, amount, consentToken });
    await this.look();
  }

  /** Proposes another price for the milestone in work. */
  async proposePrice(amount: Money, note: string): Promise<void> {
    const { id: contractId } = this.contract;
    const items = [{ op: 'edit' as const, milestoneId: this.#milestone().id, amount }];
    await this.as('freelancer', 'milestoneChanges.create', { contractId, items, note });
    await this.look();
  }

  /** The client ends it without paying what is held. */
  async end(reason: string): Promise<void> {
    const pay = { amount: 0, currency: this.contract.currency };
    const consentToken = await this.#consent('client', { command: 'contracts.endByClient', pay });
    await this.as('client', 'contracts.endByClient', { contractId: this.contract.id, reason, pay, consentToken });
    await this.look();
  }

  /** The operator stops new work, as no call of either side can. */
  async hold(reason: string): Promise<void> {
    const { world } = this.host;
    await world.store.write(async (tx) => {
      const before = await loadContract(tx, this.contract.id);
      if (before) await applyCommand(world, tx, before, { name: 'operator.hold', reason }, CLOCK);
    });
    await this.look();
  }

  /** Lets the day end on which the offer does. */
  async letOfferEnd(): Promise<void> {
    const { offerEndsOn } = this.contract.terms;
    if (offerEndsOn === null) throw new Error('The offer names no last day.');
    await this.host.advanceTo(endOfDay(offerEndsOn));
    await this.look();
  }

  #milestone(): { readonly id: MilestoneId; readonly escrow: Money } {
    const { milestones, currentMilestoneId } = this.contract;
    const found = milestones.find(({ id }) => id === currentMilestoneId);
    if (!found) throw new Error('There is no milestone to work on.');
    return found;
  }

  async #consent(role: Role, draft: MoneyPreviewDraft): Promise<string> {
    const { id: contractId } = this.contract;
    const { consentToken } = await this.as(role, 'previews.create', { contractId, ...draft });
    return consentToken;
  }
}
