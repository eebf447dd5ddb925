import { ChargeId, ContractId, fits } from '@handsel/protocol';
import { settleCharge } from '../../payments/settle.ts';
import { Simulator } from '../../payments/simulator.ts';
import { loadCharge, loadContract } from '../../store/contract-records.ts';
import type { World } from '../../world.ts';
import type { Form } from '../form.ts';
import { html } from '../html.ts';
import { notFoundPage } from '../not-found.ts';
import type { Outcome, Page } from '../visit.ts';
import { moneyText, row } from '../write.ts';

/** What an address of the bank says. */
export interface BankPlace {
  readonly contractId: string;
  readonly chargeId: string;
}

/** The pretended bank asks the payer to confirm. */
export async function bankPage(world: World, place: BankPlace): Promise<Page> {
  const found = await find(world, place);
  if (!found) return notFoundPage;
  const { contract, charge } = found;
  const amount = moneyText({ amount: charge.amount, currency: contract.currency });
  const open = charge.status === 'requires_confirmation';
  return {
    name: null,
    title: 'Confirm the payment',
    narrow: true,
    body: html`<p class="state">The pretended bank</p>
      <h1>${open ? `Confirm ${amount}` : 'This payment was answered'}</h1>
      <p class="notice">Test mode: this page plays the part of a bank. No real money moves.</p>
      <p>For <bdi>${contract.title}</bdi>, to <bdi>${contract.freelancer.name ?? contract.freelancer.email}</bdi>.</p>
      <dl class="ledger">${row('Charged now', amount, 'total')}</dl>
      ${
        open
          ? html`<form method="post">
              <p class="actions">
                <button name="do" value="confirm">Confirm ${amount}</button>
                <button name="do" value="refuse" class="danger">Refuse</button>
              </p>
            </form>`
          : html`<p class="actions"><a class="button" href="/review/${contract.id}">Back to the contract</a></p>`
      }`,
  };
}

/** Takes the payer's answer, and leads back to the contract. */
export async function bankAnswer(world: World, place: BankPlace, form: Form): Promise<Outcome> {
  const found = await find(world, place);
  if (!found || !(world.payments instanceof Simulator)) return notFoundPage;
  const { contract, charge } = found;
  await world.payments.confirm({ contractId: contract.id, chargeId: charge.id }, form.wish === 'confirm');
  await settleCharge(world, contract.id, charge.id);
  return { to: `/review/${contract.id}` };
}

async function find({ store, payments }: World, { contractId, chargeId }: BankPlace) {
  if (!(payments instanceof Simulator) || !fits(ContractId, contractId) || !fits(ChargeId, chargeId)) return undefined;
  return store.read(async (q) => {
    const [contract, charge] = [await loadContract(q, contractId), await loadCharge(q, contractId, chargeId)];
    return contract && charge && { contract, charge };
  });
}
