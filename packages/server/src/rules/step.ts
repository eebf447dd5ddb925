import type { EventType, MilestoneId, Money, Role } from '@handsel/protocol';
import type {
  Decision,
  EntryDraft,
  EventDraft,
  MailDraft,
  MailTemplate,
  PaymentOrder,
  RuleContext,
} from './decision.ts';
import type { ContractRecord, MilestoneRecord } from './state.ts';

/** Collects what a command comes to: one step of a contract's life, from the state it was in to the next. */
export class Step {
  readonly context: RuleContext;
  #contract: ContractRecord;
  readonly #events: EventDraft[] = [];
  readonly #entries: EntryDraft[] = [];
  readonly #mails: MailDraft[] = [];
  readonly #orders: PaymentOrder[] = [];

  constructor(contract: ContractRecord, context: RuleContext) {
    this.#contract = contract;
    this.context = context;
  }

  /** The contract as it is by now. */
  get contract(): ContractRecord {
    return this.#contract;
  }

  /** An amount in the contract's currency, for what people read. */
  money(amount: number): Money {
    return { amount, currency: this.#contract.currency };
  }

  /** The milestone as it is by now. */
  milestone(id: MilestoneId): MilestoneRecord {
    const found = this.#contract.milestones.find((milestone) => milestone.id === id);
    if (!found) throw new Error(`The contract ${this.#contract.id} has no milestone ${id}.`);
    return found;
  }

  change(fields: Partial<ContractRecord>): void {
    this.#contract = { ...this.#contract, ...fields };
  }

  changeMilestone(id: MilestoneId, fields: Partial<MilestoneRecord>): void {
    const { milestones } = this.#contract;
    this.change({ milestones: milestones.map((each) => (each.id === id ? { ...each, ...fields } : each)) });
  }

  tell(type: EventType, data: EventDraft['data'] = {}): void {
    this.#events.push({ type, data });
  }

  post(entry: EntryDraft): void {
    this.#entries.push(entry);
  }

  mail(template: MailTemplate, to: Role, facts: MailDraft['facts'] = {}): void {
    this.#mails.push({ template, to, facts });
  }

  // An order for nothing would only be refused by the provider.
  order(kind: PaymentOrder['kind'], amount: number): void {
    if (amount > 0) this.#orders.push({ kind, amount });
  }

  /** The whole of it, one version later. */
  decision(): Decision {
    const { version } = this.#contract;
    return {
      contract: { ...this.#contract, version: version + 1, updatedAt: this.context.now },
      events: this.#events,
      entries: this.#entries,
      mails: this.#mails,
      orders: this.#orders,
    };
  }
}
