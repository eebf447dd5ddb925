import type { ContractDraft, ContractId } from '@handsel/protocol';
import type { TestApp } from '../../testing/app.ts';
import { asking, bearer, must } from '../../testing/ask.ts';
import { both, type Both, firstMilestone } from '../../testing/offer.ts';

/** Gives the next words to put where people write. */
export type Words = () => string;

const CLIENT = 'kim@arden.example';
const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Plays contracts in so many ways that every mail is sent at least once. */
export async function playEverything(app: TestApp, words: Words): Promise<void> {
  const draft = (): ContractDraft => ({
    client: { email: CLIENT, name: words() },
    title: words(),
    description: words(),
    currency: 'USD',
    milestones: [{ title: words(), amount: usd(500_00) }],
  });
  for (const play of [asksFirst, changesHisMind, declines, says, pays, isSilent, changesSteps, ends, objects]) {
    // A session is over after half a day, and some plays last weeks.
    await play(app, { draft, words, people: () => both(app) });
  }
}

interface Play {
  readonly draft: () => ContractDraft;
  readonly words: Words;
  readonly people: () => Promise<Both>;
}

async function send({ robin }: Both, draft: ContractDraft): Promise<ContractId> {
  const { id: contractId, terms } = must(await robin('contracts.create', draft));
  must(await robin('contracts.send', { contractId, termsHash: terms.hash, signature: 'Robin Vale' }));
  return contractId;
}

async function accept({ kim }: Both, contractId: ContractId): Promise<void> {
  const { terms } = must(await kim('contracts.retrieve', { contractId }));
  must(await kim('contracts.accept', { contractId, termsHash: terms.hash, signature: 'Kim Arden' }));
}

async function fund({ kim }: Both, contractId: ContractId, paymentMethod = 'pm_sim_success_visa') {
  const shown = must(await kim('previews.create', { contractId, command: 'contracts.fund', scope: 'next' }));
  return kim('contracts.fund', { contractId, scope: 'next', paymentMethod, consentToken: shown.consentToken });
}

async function active(people: Both, draft: ContractDraft) {
  const contractId = await send(people, draft);
  await accept(people, contractId);
  must(await fund(people, contractId));
  return { contractId, milestoneId: await firstMilestone(people, contractId) };
}

async function asksFirst(app: TestApp, { draft }: Play): Promise<void> {
  const { client, ...rest } = draft();
  const wish = { ...rest, client: { email: client.email, name: client.name ?? 'Kim' } };
  must(await asking(app, bearer(app.first.publishableKey))('contractRequests.create', wish));
  must(await asking(app)('sessions.requestCode', { email: app.first.email }));
}

async function changesHisMind(_: TestApp, { draft, people }: Play): Promise<void> {
  const both = await people();
  const contractId = await send(both, draft());
  const { version } = must(await both.robin('contracts.retrieve', { contractId }));
  const revision = { contractId, draft: draft(), signature: 'Robin Vale' };
  must(await both.robin('contracts.revise', revision, { 'if-match': `"${version}"` }));
  must(await both.robin('contracts.withdraw', { contractId }));
}

async function declines(_: TestApp, { draft, words, people }: Play): Promise<void> {
  const both = await people();
  must(await both.kim('contracts.decline', { contractId: await send(both, draft()), reason: words() }));
}

async function says(app: TestApp, { draft, people }: Play): Promise<void> {
  await send(await people(), draft());
  await app.advance(28 * 24);
  await app.advance(3 * 24);
  const both = await people();
  const contractId = await send(both, draft());
  await accept(both, contractId);
  await fund(both, contractId, 'pm_sim_declined_card');
  await app.advance(12 * 24);
  await app.advance(3 * 24);
}

async function pays(_: TestApp, { draft, words, people }: Play): Promise<void> {
  const both = await people();
  const { contractId, milestoneId } = await active(both, draft());
  const request = must(await both.robin('paymentRequests.create', { contractId, milestoneId, note: words() }));
  const change = { contractId, paymentRequestId: request.id, note: words() };
  must(await both.kim('paymentRequests.requestChanges', change));
  const shown = { milestoneId, amount: usd(500_00) };
  const preview = must(await both.kim('previews.create', { contractId, command: 'milestones.approve', ...shown }));
  const wish = { contractId, ...shown, comment: words(), consentToken: preview.consentToken };
  must(await both.kim('milestones.approve', wish));
}

async function isSilent(app: TestApp, { draft, words, people }: Play): Promise<void> {
  const both = await people();
  const { contractId, milestoneId } = await active(both, draft());
  must(await both.robin('paymentRequests.create', { contractId, milestoneId, note: words() }));
  await app.advance(13 * 24);
  await app.advance(24);
}

async function changesSteps(_: TestApp, { draft, words, people }: Play): Promise<void> {
  const { robin, kim } = await people();
  const { contractId, milestoneId } = await active({ robin, kim }, draft());
  const propose = async () => {
    const items = [{ op: 'edit' as const, milestoneId, title: words(), amount: usd(600_00) }];
    return must(await robin('milestoneChanges.create', { contractId, items, note: words() })).milestoneChange?.id;
  };
  const refused = await propose();
  if (refused) must(await kim('milestoneChanges.reject', { contractId, milestoneChangeId: refused, reason: words() }));
  const milestoneChangeId = await propose();
  const { consentToken } = must(await kim('previews.create', { contractId, command: 'milestoneChanges.accept' }));
  const wish = { contractId, consentToken, paymentMethod: 'pm_sim_success_visa' };
  if (milestoneChangeId) must(await kim('milestoneChanges.accept', { ...wish, milestoneChangeId }));
}

async function askBack({ kim }: Both, contractId: ContractId, reason: string): Promise<void> {
  const pay = usd(0);
  const shown = must(await kim('previews.create', { contractId, command: 'contracts.endByClient', pay }));
  must(await kim('contracts.endByClient', { contractId, reason, pay, consentToken: shown.consentToken }));
}

async function ends(app: TestApp, { draft, words, people }: Play): Promise<void> {
  const both = await people();
  const { contractId } = await active(both, draft());
  const shown = must(await both.robin('previews.create', { contractId, command: 'contracts.endByFreelancer' }));
  const wish = { contractId, reason: words(), consentToken: shown.consentToken };
  must(await both.robin('contracts.endByFreelancer', wish));
  const silent = await active(both, draft());
  await askBack(both, silent.contractId, words());
  await app.advance(6 * 24);
  await app.advance(24);
}

async function objects(_: TestApp, { draft, words, people }: Play): Promise<void> {
  const both = await people();
  const { contractId } = await active(both, draft());
  await askBack(both, contractId, words());
  must(await both.robin('disputes.open', { contractId, statement: words() }));
}
