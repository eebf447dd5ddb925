import type { Contract, ContractStatus } from '@handsel/protocol';
import { CONTRACT_STATE_WORDS } from '@handsel/protocol/words';
import { html, type SafeHtml } from './html.ts';
import type { View } from './view.ts';
import { dayText, lastMoment, momentText, moneyText, quote, row, rowIf } from './write.ts';

type Telling = readonly [title: string, text: string];

/** Where a contract stands: the state's own word, what it means, and how the money stands. */
export function standing(view: View): SafeHtml {
  const { contract } = view;
  const [title, text] = contract.viewer === 'client' ? forClient(view) : forFreelancer(view);
  return html`<p class="state">${CONTRACT_STATE_WORDS[contract.status]}</p>
    ${title && html`<h2>${title}</h2>`}${text && html`<p>${text}</p>`} ${quote(contract.endReason)}${sums(contract)}`;
}

function forClient({ contract, who }: View): Telling {
  const held = moneyText(contract.figures.escrow);
  const day = dayText(contract.endedAt ?? contract.updatedAt);
  const until = contract.expiresAt === null ? '' : momentText(contract.expiresAt);
  switch (contract.status) {
    case 'draft':
    case 'pending_acceptance':
    case 'pending_funding':
      return ['', ''];
    case 'active':
      return clientWork(contract, who, held);
    case 'paused':
      return ['This contract is paused', 'New work and payments wait until it goes on. A running answer time goes on.'];
    case 'ending':
      return [
        `${held} comes back to you`,
        `${who} has until ${until} to agree or object. With no answer by then, it goes back to the card you paid with.`,
      ];
    case 'in_dispute':
      return [
        `${held} stays in escrow`,
        `${who} objects to the return of this money. It moves only when this is settled.`,
      ];
    case 'completed':
      return [`${moneyText(contract.figures.paid)} (Paid)`, `${contract.title} is complete since ${day}.`];
    case 'cancelled':
      return ['', `Cancelled on ${day}. Nothing is held.`];
    case 'declined':
      return ['', `You declined this offer on ${day}. Nothing was charged.`];
    case 'withdrawn':
      return ['', `${who} withdrew this offer on ${day}. Nothing was charged.`];
    case 'expired':
      return ['', `This offer ended on ${day}. Ask ${who} for a new one.`];
  }
}

function clientWork({ milestones }: Contract, who: string, held: string): Telling {
  const now = milestones.find(({ state }) => state === 'changes_requested' || state === 'active');
  if (!now) return ['Everything so far is paid', `${who} or you can add a milestone.`];
  if (now.state === 'changes_requested') {
    return [`${held} is in escrow`, `${who} works on what you asked for. The money stays in escrow until then.`];
  }
  return [`${held} is in escrow`, `${who} works on “${now.title}”. You hear by e-mail when ${who} asks for payment.`];
}

const ASKED = 'Nothing is agreed yet. Write what you will do and what it costs, then sign and send it.';

function forFreelancer({ contract, who }: View): Telling {
  const held = moneyText(contract.figures.escrow);
  const day = dayText(contract.endedAt ?? contract.updatedAt);
  const { status, client, expiresAt, acceptedAt, figures } = contract;
  const until = expiresAt ? ` The offer ends on ${dayText(lastMoment(expiresAt))}.` : '';
  const signed = acceptedAt ? ` on ${dayText(acceptedAt)}` : '';
  switch (status) {
    case 'draft':
      return contract.origin === 'request' ? [`${who} asks you for this contract`, ASKED] : ['Check it once more', ''];
    case 'pending_acceptance':
      return [
        'Wait for your client',
        `Contract sent to ${client.email ?? who}. Wait for your client to accept and fund it before you start.${until}`,
      ];
    case 'pending_funding':
      return [
        'Do not start yet',
        `${who} signed${signed} but has not paid into escrow. We e-mail you the moment it is there.`,
      ];
    case 'active':
      return freelancerWork(contract, who);
    case 'paused':
      return ['This contract is paused', 'Wait before you go on. A running answer time goes on.'];
    case 'ending':
      return [`${who} ended the contract and wants ${held} back`, ''];
    case 'in_dispute':
      return ['In dispute', `${held} stays in escrow until this is settled.`];
    case 'completed':
      return [`${moneyText(figures.paid)} (Paid)`, received(contract, day)];
    case 'cancelled':
      return ['', `This contract was cancelled on ${day}. Nothing is held.`];
    case 'declined':
      return ['', `The offer was declined on ${day}. Nothing was signed or paid.`];
    case 'withdrawn':
      return ['', `You withdrew this offer on ${day}. Nothing was signed or paid.`];
    case 'expired':
      return ['', `It ended on ${day} without an answer. Nothing was signed or paid.`];
  }
}

function received({ figures, title }: Contract, day: string): string {
  const got = figures.received ? `You received ${moneyText(figures.received)}. ` : '';
  return `${got}${title} is complete since ${day}.`;
}

function freelancerWork({ milestones, paymentRequest }: Contract, who: string): Telling {
  const now = milestones.find(
    ({ state }) => state === 'submitted' || state === 'changes_requested' || state === 'active',
  );
  const next = milestones.find(({ state }) => state === 'planned');
  if (!now && next) return [`Wait for ${who}`, `“${next.title}” is not funded yet. We e-mail you the moment it is.`];
  if (!now) return ['Everything so far is paid', `Propose the next milestone to ${who}, or end the contract.`];
  const held = moneyText(now.escrow);
  if (now.state === 'submitted') {
    const until = now.autoReleaseAt
      ? ` ${who} has until ${momentText(now.autoReleaseAt)}; with no answer by then, you are paid.`
      : '';
    return [`Waiting for ${who} to approve`, `${held} is in escrow.${until}`];
  }
  if (now.state === 'changes_requested') {
    return [
      `${who} asks for changes to “${now.title}”`,
      `${held} stays in escrow. ${paymentRequest?.answer ? 'This is what should be different.' : ''}`,
    ];
  }
  return [`Finished with “${now.title}”?`, `${held} is in escrow. Ask for payment, and ${who} approves it.`];
}

const SETTLED: readonly ContractStatus[] = ['declined', 'withdrawn', 'expired', 'draft', 'pending_acceptance'];

// Without a double rule: that one is under the contract amount.
function sums({ status, figures, viewer }: Contract): SafeHtml | false {
  if (SETTLED.includes(status)) return false;
  const { total, paid, escrow, unfunded, returned } = figures;
  return html`<dl class="ledger">
    ${row('Paid', moneyText(paid))}${rowIf('In escrow', escrow)}${rowIf(
      'Not paid in yet',
      unfunded,
    )}${rowIf(viewer === 'client' ? 'Came back to you' : 'Went back to the client', returned)}${row(
      'Contract amount',
      moneyText(total),
      'sub',
    )}
  </dl>`;
}
