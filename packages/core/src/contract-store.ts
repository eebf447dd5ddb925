import type {
  Charge,
  ChargeId,
  Contract,
  ContractDraft,
  ContractId,
  Funding,
  MilestoneChangeDraft,
  MilestoneChangeId,
  MilestoneId,
  MoneyPreview,
  MoneyPreviewDraft,
  PaymentRequest,
  PaymentRequestId,
} from '@handsel/protocol';
import type { Client } from './client.ts';
import { ContractFeed, type ContractSnapshot, type FeedSource } from './contract-feed.ts';
import type { Contracts } from './contracts.ts';
import type { EscrowRefunds } from './escrow-refunds.ts';
import type { Disputes } from './disputes.ts';
import { HandselError } from './errors.ts';
import type { MilestoneChanges } from './milestone-changes.ts';
import type { Milestones } from './milestones.ts';
import type { PaymentRequests } from './payment-requests.ts';
import type { CallOptions } from './settings.ts';

/** A contract or more, as a command answers it. */
type Answered = Contract | Funding;

function contractIn(answer: Answered): Contract {
  return 'contract' in answer ? answer.contract : answer;
}

/**
 * One contract, live: everybody who asks the same client for the same id shares one. The first subscriber starts it,
 * the last one to leave stops it. Commands bring the snapshot up to date by their own answer.
 */
export class ContractStore {
  readonly #client: Client;
  readonly #id: ContractId;
  readonly #feed: ContractFeed;

  constructor(client: Client, source: FeedSource, id: ContractId) {
    this.#client = client;
    this.#id = id;
    this.#feed = new ContractFeed(source, id);
  }

  /** What is known now; another object after each change. */
  get snapshot(): ContractSnapshot {
    return this.#feed.snapshot;
  }

  /** Calls the listener after each change of `snapshot`; answers how to stop. Bound, as React's external stores want it. */
  readonly subscribe = (listener: () => void): (() => void) => this.#feed.subscribe(listener);

  /** Reads the contract anew, and follows it again where that had failed. */
  refresh(): Promise<void> {
    return this.#feed.refresh();
  }

  /** Rewrites the draft that the snapshot shows. */
  update(draft: ContractDraft, options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.update(this.#id, draft, this.#versioned(options)));
  }

  /** Throws the draft away. */
  discard(options?: CallOptions): Promise<void> {
    return this.#client.contracts.discard(this.#id, options);
  }

  /** Signs the draft and sends it to the client, by mail. */
  send(input: Parameters<Contracts['send']>[1], options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.send(this.#id, input, options));
  }

  /** Replaces the offer that the snapshot shows by a new version. */
  revise(input: Parameters<Contracts['revise']>[1], options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.revise(this.#id, input, this.#versioned(options)));
  }

  /** Mails the invitation once more, with a new link. */
  resend(options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.resend(this.#id, options));
  }

  /** Takes the offer back. */
  withdraw(options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.withdraw(this.#id, options));
  }

  /** Signs the offer. */
  accept(input: Parameters<Contracts['accept']>[1], options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.accept(this.#id, input, options));
  }

  /** Declines the offer. */
  decline(input?: Parameters<Contracts['decline']>[1], options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.decline(this.#id, input, options));
  }

  /** Cancels the contract before it is funded. */
  cancel(input?: Parameters<Contracts['cancel']>[1], options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.cancel(this.#id, input, options));
  }

  /** Shows the figures of a money command, and gives the consent token for it. */
  preview(draft: MoneyPreviewDraft, options?: CallOptions): Promise<MoneyPreview> {
    return this.#client.previews.create(this.#id, draft, options);
  }

  /** Pays into escrow what a preview has shown. */
  fund(input: Parameters<Contracts['fund']>[1], options?: CallOptions): Promise<Funding> {
    return this.#command((contracts) => contracts.fund(this.#id, input, options));
  }

  /** Reads how a charge stands. */
  charge(chargeId: ChargeId, options?: CallOptions): Promise<Charge> {
    return this.#client.charges.retrieve(this.#id, chargeId, options);
  }

  /** Ends the contract from the freelancer's side. */
  endByFreelancer(input: Parameters<Contracts['endByFreelancer']>[1], options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.endByFreelancer(this.#id, input, options));
  }

  /** Ends the contract from the client's side. */
  endByClient(input: Parameters<Contracts['endByClient']>[1], options?: CallOptions): Promise<Contract> {
    return this.#command((contracts) => contracts.endByClient(this.#id, input, options));
  }

  /** Asks the client to release the money held for a milestone. */
  async requestPayment(
    milestoneId: MilestoneId,
    input?: Parameters<PaymentRequests['create']>[2],
    options?: CallOptions,
  ): Promise<PaymentRequest> {
    const { paymentRequests } = this.#client;
    const request = await this.#told(paymentRequests.create(this.#id, milestoneId, input, options), () => undefined);
    // It answers the request alone; that it was made is true even if the contract cannot be read now.
    await this.refresh().catch(() => undefined);
    return request;
  }

  /** Takes a request for payment back. */
  withdrawPaymentRequest(paymentRequestId: PaymentRequestId, options?: CallOptions): Promise<Contract> {
    return this.#taken(this.#client.paymentRequests.withdraw(this.#id, paymentRequestId, options));
  }

  /** Says that the client has seen a request for payment. */
  viewPaymentRequest(paymentRequestId: PaymentRequestId, options?: CallOptions): Promise<Contract> {
    return this.#taken(this.#client.paymentRequests.view(this.#id, paymentRequestId, options));
  }

  /** Asks for changes instead of approving. */
  requestChanges(
    paymentRequestId: PaymentRequestId,
    input: Parameters<PaymentRequests['requestChanges']>[2],
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#taken(this.#client.paymentRequests.requestChanges(this.#id, paymentRequestId, input, options));
  }

  /** Releases for a milestone what a preview has shown. */
  approve(
    milestoneId: MilestoneId,
    input: Parameters<Milestones['approve']>[2],
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#taken(this.#client.milestones.approve(this.#id, milestoneId, input, options));
  }

  /** Proposes to add, change, remove or reorder milestones. */
  proposeChange(draft: MilestoneChangeDraft, options?: CallOptions): Promise<Contract> {
    return this.#taken(this.#client.milestoneChanges.create(this.#id, draft, options));
  }

  /** Agrees to what the other side proposed, at the figures a preview has shown. */
  acceptChange(
    milestoneChangeId: MilestoneChangeId,
    input: Parameters<MilestoneChanges['accept']>[2],
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#taken(this.#client.milestoneChanges.accept(this.#id, milestoneChangeId, input, options));
  }

  /** Refuses what the other side proposed. */
  rejectChange(
    milestoneChangeId: MilestoneChangeId,
    input?: Parameters<MilestoneChanges['reject']>[2],
    options?: CallOptions,
  ): Promise<Contract> {
    return this.#taken(this.#client.milestoneChanges.reject(this.#id, milestoneChangeId, input, options));
  }

  /** Takes one's own proposal back. */
  withdrawChange(milestoneChangeId: MilestoneChangeId, options?: CallOptions): Promise<Contract> {
    return this.#taken(this.#client.milestoneChanges.withdraw(this.#id, milestoneChangeId, options));
  }

  /** Agrees that what is still held goes back to the client. */
  approveEscrowRefund(input: Parameters<EscrowRefunds['approve']>[1], options?: CallOptions): Promise<Contract> {
    return this.#taken(this.#client.escrowRefunds.approve(this.#id, input, options));
  }

  /** Objects to the return of what is held. */
  openDispute(input: Parameters<Disputes['open']>[1], options?: CallOptions): Promise<Contract> {
    return this.#taken(this.#client.disputes.open(this.#id, input, options));
  }

  #command<T extends Answered>(run: (contracts: Contracts) => Promise<T>): Promise<T> {
    return this.#taken(run(this.#client.contracts));
  }

  #taken<T extends Answered>(running: Promise<T>): Promise<T> {
    return this.#told(running, contractIn);
  }

  /** A refusal because things have moved on says that the snapshot is old. */
  async #told<T>(running: Promise<T>, contractOf: (answer: T) => Contract | undefined): Promise<T> {
    try {
      return await this.#feed.during(running, contractOf);
    } catch (error) {
      const movedOn = error instanceof HandselError && (error.status === 409 || error.status === 412);
      if (movedOn) this.refresh().catch(() => undefined);
      throw error;
    }
  }

  #versioned(options: CallOptions = {}): CallOptions & { ifMatch: number } {
    const ifMatch = options.ifMatch ?? this.snapshot.contract?.version;
    if (ifMatch !== undefined) return { ...options, ifMatch };
    throw new HandselError(
      'MISUSE',
      'The contract was not read yet: subscribe to the store, or await refresh() first.',
    );
  }
}
