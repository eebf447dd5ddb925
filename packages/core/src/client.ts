import type { ContractId } from '@handsel/protocol';
import { type Call, caller } from './call.ts';
import { Charges } from './charges.ts';
import { ContractRequests } from './contract-requests.ts';
import { ContractStore } from './contract-store.ts';
import { Contracts } from './contracts.ts';
import { Disputes } from './disputes.ts';
import { EscrowRefunds } from './escrow-refunds.ts';
import { Events } from './events.ts';
import { Invitations } from './invitations.ts';
import { MilestoneChanges } from './milestone-changes.ts';
import { Milestones } from './milestones.ts';
import { Party } from './party.ts';
import { PaymentRequests } from './payment-requests.ts';
import { Previews } from './previews.ts';
import { Profile } from './profile.ts';
import { Sessions } from './sessions.ts';
import { type ConnectOptions, settle } from './settings.ts';
import { Transport } from './transport.ts';

/** Everything a backend can be asked, by name. Make one with `createClient`. */
export class Client {
  readonly contractRequests: ContractRequests;
  readonly contracts: Contracts;
  readonly milestones: Milestones;
  readonly milestoneChanges: MilestoneChanges;
  readonly paymentRequests: PaymentRequests;
  readonly previews: Previews;
  readonly charges: Charges;
  readonly escrowRefunds: EscrowRefunds;
  readonly disputes: Disputes;
  readonly events: Events;
  readonly sessions: Sessions;
  readonly invitations: Invitations;
  readonly profile: Profile;
  readonly party: Party;
  /** Makes a call by its operation: `client.call(sendContract, { contractId, termsHash, signature })`. */
  readonly call: Call;

  readonly #transport: Transport;
  readonly #stores = new Map<ContractId, ContractStore>();

  constructor(options: ConnectOptions) {
    this.#transport = new Transport(settle(options));
    const call = caller(this.#transport);
    this.call = call;
    this.contractRequests = new ContractRequests(call);
    this.contracts = new Contracts(call);
    this.milestones = new Milestones(call);
    this.milestoneChanges = new MilestoneChanges(call);
    this.paymentRequests = new PaymentRequests(call);
    this.previews = new Previews(call);
    this.charges = new Charges(call);
    this.escrowRefunds = new EscrowRefunds(call);
    this.disputes = new Disputes(call);
    this.events = new Events({ transport: this.#transport, call });
    this.sessions = new Sessions(call);
    this.invitations = new Invitations(call);
    this.profile = new Profile(call);
    this.party = new Party(call);
  }

  /** One contract, live: the same store for everybody who asks for the same id. Nothing is asked before it is subscribed to. */
  contract(contractId: ContractId): ContractStore {
    const known = this.#stores.get(contractId);
    if (known) return known;
    const { call, contracts, events } = this;
    const store = new ContractStore(this, { transport: this.#transport, call, contracts, events }, contractId);
    this.#stores.set(contractId, store);
    return store;
  }
}

/**
 * Connects to a backend: `createClient({ backend: 'https://api.example', session: () => fetchToken() })`.
 *
 * Calls are repeated when no answer comes, with the same `Idempotency-Key`, so that nothing happens twice.
 * @throws {HandselError} `MISUSE` for a secret key in a page.
 */
export function createClient(options: ConnectOptions): Client {
  return new Client(options);
}
