import type { Contract, Party } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { cut } from '../foundation/cut.ts';
import { fullName, initials, shortName } from '../foundation/people.ts';
import type { Writing } from '../foundation/writing.ts';
import type { DetailsWords } from '../locales/en/details.ts';

/** Everything the details need to be drawn. */
export interface DetailsView {
  readonly contract: Contract;
  readonly words: DetailsWords;
  readonly write: Writing;
}

type Side = 'freelancer' | 'client';

/** What was agreed, by whom and when. */
export function details(view: DetailsView): TemplateResult {
  const { contract, words } = view;
  const agreed = contract.acceptedAt ? words.clauses : words.willAgree;
  return html`<div class="details">
    ${section(words.description, prose(contract.description, words.noDescription))} ${section(agreed, clauses(view))}
    ${section(ownTerms(view), prose(contract.terms.body, words.noTerms))}
    ${section(
      words.parties,
      html`<ul class="parties">
        ${party(view, 'freelancer')}${party(view, 'client')}
      </ul>`,
    )}
    ${section(words.signatures, signatures(view))} ${section(words.facts, facts(view))}
  </div>`;
}

function section(title: string, content: TemplateResult): TemplateResult {
  return html`<section>
    <h3 class="head">${title}</h3>
    ${content}
  </section>`;
}

function prose(text: string, nothingSaid: string): TemplateResult {
  return text ? html`<p class="prose" dir="auto">${text}</p>` : html`<p class="soft">${nothingSaid}</p>`;
}

function ownTerms({ contract, words }: DetailsView): string {
  return contract.viewer === 'freelancer' ? words.yourTerms : words.ownTerms(shortName(contract.freelancer));
}

function clauses({ contract, words, write }: DetailsView): TemplateResult {
  const { policy } = contract;
  const freelancer = shortName(contract.freelancer);
  const client = shortName(contract.client, words.client);
  const { freelancerBps, clientBps } = policy.fees;
  const fees = [
    ...(freelancerBps > 0 ? [words.freelancerFee(freelancer, write.percent(freelancerBps))] : []),
    ...(clientBps > 0 ? [words.clientFee(client, write.percent(clientBps))] : []),
  ];
  const said = [
    words.escrowClause(freelancer, client),
    words.reviewClause(client, words.days(policy.reviewDays)),
    words.endClause(freelancer, client, words.days(policy.escrowRefundReplyDays)),
    words.changeClause,
    fees.length > 0 ? fees.join(' ') : words.noFees,
  ];
  return html`<ol class="clauses">
    ${said.map((text, index) => html`<li><span class="numeral soft" aria-hidden="true">${index + 1}</span><span>${text}</span></li>`)}
  </ol>`;
}

function party({ contract, words }: DetailsView, side: Side): TemplateResult {
  const person = contract[side];
  const name = fullName(person, words.unnamed);
  return html`<li>
    <span class="face" aria-hidden="true">${initials(person)}</span>
    <span>
      <span class="strong" dir="auto">${side === contract.viewer ? words.you(name) : name}</span>
      <span class="small soft" dir="auto">${[words[side], ...others(person)].join(' · ')}</span>
    </span>
  </li>`;
}

function others({ name, company, email }: Party): string[] {
  const first = name ?? company ?? email;
  return [company, email].filter((text) => text !== null && text !== first).map(String);
}

function signatures(view: DetailsView): TemplateResult {
  const { contract, words, write } = view;
  const { hash, version } = contract.terms;
  return html`<div class="halves">${half(view, 'freelancer')} ${cut()} ${half(view, 'client')}</div>
    <p class="small soft">
      ${words.version(write.count(version))}
      ${contract.signatures.length > 0 ? html`<br />${words.proof}: <code>${hash}</code>` : nothing}
    </p>`;
}

function half({ contract, words, write }: DetailsView, side: Side): TemplateResult {
  const signature = contract.signatures.findLast(({ role }) => role === side);
  return html`<div class="half">
    <p class="signature ${signature ? '' : 'open'}" dir="auto">${signature?.name ?? nothing}</p>
    <p class="small">
      <span class="strong">${words[side]}</span>
      <span class="soft">${signature ? words.signed(write.moment(signature.at)) : words.notSigned}</span>
    </p>
  </div>`;
}

function facts({ contract, words, write }: DetailsView): TemplateResult {
  const { createdAt, sentAt, acceptedAt, startedAt, endedAt, terms, id } = contract;
  const dates: readonly (readonly [string, string | null])[] = [
    [words.created, createdAt && write.stamp(createdAt)],
    [words.sent, sentAt && write.stamp(sentAt)],
    [words.offerEnds, acceptedAt === null && terms.offerEndsOn ? write.date(terms.offerEndsOn) : null],
    [words.accepted, acceptedAt && write.stamp(acceptedAt)],
    [words.started, startedAt && write.stamp(startedAt)],
    [words.ended, endedAt && write.stamp(endedAt)],
  ];
  return html`<dl class="facts small">
    ${dates.map(([term, said]) =>
      said
        ? html`<div>
            <dt class="soft">${term}</dt>
            <dd class="number">${said}</dd>
          </div>`
        : nothing,
    )}
    <div>
      <dt class="soft">${words.reference}</dt>
      <dd><code>${id}</code></dd>
    </div>
  </dl>`;
}
