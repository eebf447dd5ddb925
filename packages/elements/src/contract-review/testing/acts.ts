import type { Contract } from '@handsel/protocol';
import type { SandboxOptions, SessionOptions, StateName } from '@handsel/sandbox';
import { createClient } from '@handsel/core';
import { fixture, html, oneEvent } from '@open-wc/testing';
import '../../define/contract-review.ts';
import { press } from '../../foundation/testing/acts.ts';
import { Overheard } from '../../foundation/testing/overheard.ts';
import { has, textOf } from '../../foundation/testing/suite.ts';
import { type World, world } from '../../foundation/testing/world.ts';
import type { ContractReviewElement } from '../contract-review.ts';

type Backend = { fetch(request: Request): Promise<Response> };

/** A contract in a state, on a real backend in this tab; what its client sends is overheard. */
export async function table(state: StateName, options: Omit<SandboxOptions, 'now'> = {}) {
  localStorage.clear();
  sessionStorage.clear();
  const sandbox = await world(options);
  const contractId = await sandbox.create(state);
  const network = new Overheard(sandbox.backend);
  const kim = createClient({ backend: sandbox.backend, session: await sandbox.sessionFor('client') });
  /** What a client sees; what they send is overheard. */
  const review = async (session: SessionOptions & { as?: 'client' | 'freelancer' } = {}) => {
    const { as = 'client', ...kind } = session;
    const token = await sandbox.sessionFor(as, kind);
    return place({ backend: network, session: token, contractId });
  };
  return {
    sandbox,
    network,
    contractId,
    kim,
    review,
    contract: (): Promise<Contract> => kim.contracts.retrieve(contractId),
  };
}

/** Puts a review on a page and waits until it shows its contract. */
export async function place(settings: Partial<ContractReviewElement>): Promise<ContractReviewElement> {
  const made = document.createElement('handsel-contract-review');
  Object.assign(made, settings);
  await fixture(html`<main>${made}</main>`);
  await has(made, '.side');
  return made;
}

/** The side with the decision, as a person reads it. */
export function side(review: ContractReviewElement): string {
  return (review.renderRoot.querySelector('.side')?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The words of the one primary button. */
export function primary(review: ContractReviewElement): string {
  const all = [...review.renderRoot.querySelectorAll('[data-primary]')];
  return all.map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim()).join(' | ');
}

/** Chooses one of several ways, by the value of its radio button. */
export async function choose(review: ContractReviewElement, name: string, value: string): Promise<void> {
  const radio = review.renderRoot.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`);
  if (!radio) throw new Error(`There is no ${name} ${value}; it says: ${textOf(review)}`);
  radio.click();
  await review.updateComplete;
}

/** Presses a button and waits for what it brings about. */
export async function until(review: ContractReviewElement, button: string, event: string): Promise<CustomEvent> {
  const happened = oneEvent(review, event);
  press(review, button);
  const heard = await happened;
  await review.updateComplete;
  return heard;
}

/** The lines of the ledger beside the agreement: `['Pay today', '$500.00']`. */
export function ledger(review: ContractReviewElement): string[][] {
  const lines = [...review.renderRoot.querySelectorAll('.side .ledger > div')];
  const text = (line: Element, name: string) =>
    line.querySelector(name)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  return lines.map((line) => [text(line, 'dt'), text(line, 'dd')]);
}

/** From now on a page hears nothing live: what it does, it does by what it has read. */
export function deafen(sandbox: World): void {
  sandbox.failNext({ operation: 'events.stream', code: 'UNAVAILABLE', times: 1_000 });
  sandbox.goOffline();
  sandbox.goOnline();
}

/** The payer says yes or no on the pretended bank's page. */
export async function answerBank(backend: Backend, address: string, answer: 'confirm' | 'refuse'): Promise<void> {
  const form = new Request(address, { method: 'POST', body: new URLSearchParams({ do: answer }), redirect: 'manual' });
  // A page of the bank sends it, and no script may say so in its place: the browser drops such a header from a request.
  Object.defineProperty(form, 'headers', {
    value: new Headers({ ...Object.fromEntries(form.headers), Origin: new URL(address).origin }),
  });
  const { status } = await backend.fetch(form);
  if (status !== 303) throw new Error(`The bank answered with ${status}.`);
}
