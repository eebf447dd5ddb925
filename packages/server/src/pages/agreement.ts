import type { Contract, Milestone, Role } from '@handsel/protocol';
import { html, type SafeHtml } from './html.ts';
import {
  dateText,
  daysText,
  fullName,
  hoursText,
  momentText,
  moneyText,
  percentText,
  prose,
  row,
  shortName,
} from './write.ts';

/** The agreement, and beside it what is to be decided; on a narrow page below it, with a link that leads past it. */
export function besideAgreement(contract: Contract, aside: SafeHtml): SafeHtml {
  return html`<div class="two">
    <div>
      <p class="jump"><a href="#now">To where it stands now</a></p>
      ${agreement(contract)}
    </div>
    <aside id="now" aria-label="Where it stands now">${aside}</aside>
  </div>`;
}

/** The whole agreement: both sides, what is agreed in numbered clauses, both signatures. */
function agreement(contract: Contract): SafeHtml {
  const { freelancer, client, status, title, description } = contract;
  const offered = status === 'draft' || status === 'pending_acceptance';
  return html`<p>
      <bdi>${fullName(freelancer)}</bdi>
      <span class="soft">${offered ? 'offers this contract to' : 'and'} <bdi>${fullName(client)}</bdi></span>
    </p>
    <h1 dir="auto">${title}</h1>
    ${description && prose(description)}
    <ol class="clauses">
      ${clauses(contract)}
    </ol>
    <dl class="signatures">${(['freelancer', 'client'] as const).map((role) => signature(contract, role))}</dl>`;
}

function clauses(contract: Contract): SafeHtml[] {
  const who = shortName(contract.freelancer);
  const { terms, policy, viewer } = contract;
  const days = daysText(policy.escrowRefundReplyDays);
  const client = viewer === 'client' ? 'You' : shortName(contract.client);
  return [
    clause(viewer === 'client' ? 'What you pay, and when' : 'What is paid, and when', payment(contract)),
    ...(terms.body ? [clause(`${who}’s terms`, prose(terms.body))] : []),
    clause(`When ${who} asks for payment`, html`<p>${asking(contract, client)}</p>`),
    clause(
      'If it does not work out',
      html`<p>
        ${client} can end the contract at any time. Money still in escrow comes back unless ${who} objects within
        ${days}; then it stays in escrow until the two sides have settled it.
      </p>`,
    ),
    clause('Fees', html`<p>${fees(contract)}</p>`),
  ];
}

function clause(title: string, body: SafeHtml): SafeHtml {
  return html`<li>
    <h2>${title}</h2>
    ${body}
  </li>`;
}

function payment({ milestones, figures, freelancer }: Contract): SafeHtml {
  const who = shortName(freelancer);
  return html`<p class="soft">
      ${
        milestones.length > 1
          ? `Each milestone goes into escrow before ${who} starts on it, and to ${who} when it is approved.`
          : `It goes into escrow before ${who} starts, and to ${who} when the work is approved.`
      }
      Escrow waits, safe, until then.
    </p>
    <ol class="milestones">
      ${milestones.map(milestone)}
    </ol>
    <dl class="ledger">${row('Contract amount', moneyText(figures.total), 'total')}</dl>`;
}

const STATES: Readonly<Record<Milestone['state'], string>> = {
  planned: '',
  active: 'Active and funded',
  submitted: 'Awaiting approval',
  changes_requested: 'Changes requested',
  paid: 'Paid',
  refunded: 'Refunded',
  in_dispute: 'In dispute',
};

function milestone({ title, description, amount, dueOn, state, escrow }: Milestone): SafeHtml {
  const stands = state === 'planned' && escrow.amount > 0 ? 'Funded' : STATES[state];
  const line = [stands, dueOn && `Due ${dateText(dueOn)}`].filter(Boolean).join(' · ');
  return html`<li>
    <span dir="auto">${title}</span><span class="money">${moneyText(amount)}</span>${
      description && html`<small class="prose" dir="auto">${description}</small>`
    }${line && html`<small>${line}</small>`}
  </li>`;
}

function asking({ policy, viewer, freelancer }: Contract, client: string): string {
  const days = daysText(policy.reviewDays);
  const before = policy.reminderHours.map(hoursText).join(' and ');
  const remind = before === '' ? '' : ` We send a reminder ${before} before.`;
  const receives = viewer === 'client' ? `${shortName(freelancer)} is paid` : 'you are paid';
  return `${client} ${client === 'You' ? 'have' : 'has'} ${days} to approve or ask for changes. With no answer by then, ${receives}.${remind}`;
}

// What the freelancer pays is the freelancer's business.
function fees({ policy, viewer, freelancer, client, currency }: Contract): string {
  const { clientBps, freelancerBps, initiationMinor } = policy.fees;
  const pays = viewer === 'client' ? 'You pay' : `${shortName(client)} pays`;
  const once = moneyText({ amount: initiationMinor, currency });
  const own = viewer === 'freelancer' && freelancerBps > 0;
  const found = [
    clientBps > 0 && `${pays} ${percentText(clientBps)} on top of what goes into escrow.`,
    initiationMinor > 0 && `${pays} ${once} once, with the first payment.`,
    own && `${shortName(freelancer)} pays ${percentText(freelancerBps)} of what is released.`,
  ].filter((one) => one !== false);
  return found.length > 0 ? found.join(' ') : 'None. Nobody stands between the two of you.';
}

function signature({ signatures, terms }: Contract, role: Role): SafeHtml {
  const own = signatures.filter((one) => one.role === role);
  const found = own.findLast(({ termsHash }) => termsHash === terms.hash) ?? own.at(-1);
  return html`<div>
    <dt>${role === 'freelancer' ? 'Freelancer' : 'Client'}</dt>
    ${
      found
        ? html`<dd class="signature" dir="auto">${found.name}</dd>
            <dd><small>Signed ${momentText(found.at)}</small></dd>`
        : html`<dd class="signature"></dd>
            <dd><small>Not signed yet</small></dd>`
    }
  </div>`;
}
