import {
  type Charge,
  type Contract,
  type ContractId,
  createPreview,
  listEvents,
  type MoneyPreview,
  retrieveCharge,
  retrieveContract,
} from '@handsel/protocol';
import { type Attempt, faultyAttempt, problemText, refusedAttempt } from './attempt.ts';
import { must, Refused } from './calls.ts';
import type { Form } from './form.ts';
import { chargeIdIn } from './charge.ts';
import { alert } from './fields.ts';
import { html, type SafeHtml } from './html.ts';
import { type Making, type Panel, type Step, type View } from './view.ts';
import type { Outcome, Visit } from './visit.ts';
import { shortName } from './write.ts';

/** How one side sees a contract. */
export interface Side {
  readonly steps: readonly Step[];
  /** Forms that only work out figures. */
  readonly checks: readonly Pick<Step, 'wish' | 'check'>[];
  panelOf(view: View): Panel;
  frame(view: View, panel: SafeHtml): SafeHtml;
  addressOf(id: ContractId): string;
  readonly name: 'review' | 'contract';
}

/** Shows a contract as one side sees it, with what is to be decided now. */
export async function showContract(visit: Visit, side: Side, read: Contract, attempt?: Attempt): Promise<Outcome> {
  const { contract, charge } = await settled(visit, read);
  const { viewer, freelancer, client } = contract;
  const who = shortName(viewer === 'client' ? freelancer : client);
  const query = visit.url.searchParams;
  // What is wrong with the whole stands above whatever is there now: the form it was about may be gone.
  const own = attempt && { ...attempt, problem: '' };
  const bare = { contract, who, query, attempt: own, charge, preview: undefined, unclear: '', newKey: visit.newKey };
  const panel = side.panelOf(bare);
  const view = { ...bare, ...(await figures(visit, panel, bare)) };
  return {
    name: side.name,
    title: contract.title,
    contractId: contract.id,
    body: side.frame(view, html`${alert(attempt?.problem)}${panel.render(view)}`),
    // A form that is being worked out is an answer, not a refusal.
    status: attempt && (attempt.problem || Object.keys(attempt.faults).length > 0) ? 422 : 200,
  };
}

async function figures(visit: Visit, panel: Panel, view: View): Promise<{ preview?: MoneyPreview; unclear?: string }> {
  const draft = panel.wants?.(view);
  if (!draft) return {};
  const answer = await visit.calls.make(createPreview, { contractId: view.contract.id, ...draft });
  return answer.ok ? { preview: answer.value } : { unclear: problemText(answer.problem) };
}

/** A charge that is still being checked is asked for: whoever comes back from the bank sees how it stands. */
async function settled(visit: Visit, contract: Contract): Promise<{ contract: Contract; charge?: Charge }> {
  const mayFund = contract.actions.some(({ name }) => name === 'contracts.fund');
  if (contract.viewer !== 'client' || !(contract.chargePending || mayFund)) return { contract };
  const input = { contractId: contract.id, after: Math.max(0, contract.seq - 100), limit: 100 };
  const { data } = must(await visit.calls.make(listEvents, input));
  const chargeId = chargeIdIn(data);
  if (!chargeId) return { contract };
  const charge = must(await visit.calls.make(retrieveCharge, { contractId: contract.id, chargeId }));
  if (!contract.chargePending || charge.status === 'pending' || charge.status === 'requires_confirmation') {
    return { contract, charge };
  }
  return { contract: must(await visit.calls.make(retrieveContract, { contractId: contract.id })), charge };
}

/** Does what a form of a contract's page asks for. */
export async function actOnContract(visit: Visit, side: Side, contract: Contract, form: Form): Promise<Outcome> {
  const step = side.steps.find(({ wish }) => wish === form.wish);
  const check = step ?? side.checks.find(({ wish }) => wish === form.wish);
  if (!check) return showContract(visit, side, contract);
  const making: Making = { calls: visit.calls, contract, form };
  const faults = check.check?.(making) ?? {};
  if (!step || Object.keys(faults).length > 0) return showContract(visit, side, contract, faultyAttempt(form, faults));
  return make(visit, side, step, making);
}

async function make(visit: Visit, side: Side, step: Step, making: Making): Promise<Outcome> {
  const { contract, form } = making;
  const answer = await step.make(making);
  if (answer.ok) return { to: step.to ?? side.addressOf(contract.id) };
  if (ELSEWHERE.includes(answer.problem.code)) throw new Refused(answer.problem);
  // What was refused may have changed the contract, and a refusal often means that somebody else has.
  const now = must(await visit.calls.make(retrieveContract, { contractId: contract.id }));
  return showContract(visit, side, now, refusedAttempt(form, answer.problem, step.names));
}

const ELSEWHERE = ['UNAUTHENTICATED', 'SESSION_EXPIRED', 'NOT_FOUND'];
