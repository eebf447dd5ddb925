import { readersClock } from '../foundation/clock.ts';
import type { Contract, ContractRequest } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { cut } from '../foundation/cut.ts';
import { civilDate } from '../foundation/dates.ts';
import { mark, PAID, PLANNED, state } from '../foundation/marks.ts';
import { fullName } from '../foundation/people.ts';
import { contractStand } from '../foundation/states.ts';
import { webAddress } from '../foundation/web-address.ts';
import { stateWords } from '../locales/en/states.ts';
import type { LaterStep } from './frame.ts';
import type { LaterView } from './later-view.ts';

/** What has happened, and what happens next. */
export function sentStep(view: LaterView, contract: Contract): LaterStep {
  const { words } = view;
  const email = contract.client.email ?? view.values.clientEmail;
  if (contract.status === 'withdrawn') {
    const content = html`${contractLine(view, contract)}
      <div class="actions">${another(view, 'primary', words.another)}</div>`;
    return { title: words.withdrawnTitle, lead: words.withdrawnText(email), content };
  }
  return {
    title: words.sentTitle(email),
    lead: '',
    content: html`<p class="reminder"><span class="strong">${words.wait}</span> ${words.weMail}</p>
      ${steps(view, contract)} ${cut()} ${contractLine(view, contract)}
      ${contract.simulated ? html`<p class="small soft">${words.simulated}</p>` : nothing} ${actions(view, contract)}
      ${withdrawal(view)}`,
  };
}

/** What a client has asked for, and what comes of it. */
export function requestedStep(view: LaterView, { freelancerName, receivedAt }: ContractRequest): LaterStep {
  const { words, values } = view;
  const who = view.who;
  const email = values.clientEmail.trim();
  return {
    title: words.requestedTitle(freelancerName),
    lead: words.requestedLead(who, email),
    content: html`<ol class="then" role="list">
        ${step('done', words.requestedBy, when(view, receivedAt))} ${step('next', words.writes(who), words.writesHelp)}
        ${step('next', words.youSign, words.youSignHelp(email))} ${step('next', words.youPay, words.youPayHelp)}
        ${step('next', words.starts(who), '')}
      </ol>
      <div class="actions">${another(view, 'second', words.askAgain)}</div>`,
  };
}

function when({ words, write }: LaterView, instant: string): string {
  const today = civilDate(new Date(instant)) === civilDate(readersClock.now());
  return today ? words.today(write.time(instant)) : write.stamp(instant);
}

function steps(view: LaterView, contract: Contract): TemplateResult {
  const { words, write } = view;
  const [first] = contract.milestones;
  const ends = contract.terms.offerEndsOn;
  return html`<ol class="then" role="list">
    ${step('done', words.youSigned, contract.sentAt ? when(view, contract.sentAt) : '')}
    ${step('next', words.clientSigns, ends ? words.offerEndsOn(write.date(ends)) : '')}
    ${first ? step('next', words.clientPays(write.money(first.amount)), words.becomesActive) : nothing}
    ${step('next', contract.milestones.length > 1 ? words.youStart : words.youStartOne, '')}
  </ol>`;
}

function step(stand: 'done' | 'next', text: string, help: string): TemplateResult {
  const done = stand === 'done';
  return html`<li>
    ${mark(done ? PAID : PLANNED, done ? 'paid' : '')}
    <div>
      <span class=${done ? 'strong' : ''}>${text}</span>
      ${help ? html`<div class="small soft">${help}</div>` : nothing}
    </div>
  </li>`;
}

function contractLine(view: LaterView, contract: Contract): TemplateResult {
  const { words, write } = view;
  const { client, milestones, figures, title, status } = contract;
  const { coin, role, word } = contractStand(status, stateWords);
  const count = milestones.length;
  const many = count > 1 ? `, ${words.countMilestones(count, write.count(count))}` : '';
  return html`<div class="line sent-line">
    <span></span>
    <div>
      <bdi class="strong">${title}</bdi>
      <div class="small soft"><bdi>${client.company ?? fullName(client)}</bdi>${many}</div>
      <div class="stands">${state(coin, role, word)}</div>
    </div>
    <span class="figure money strong" part="figure">${write.money(figures.total)}</span>
  </div>`;
}

function actions(view: LaterView, { url }: Contract): TemplateResult {
  const { words } = view;
  const address = webAddress(url);
  return html`<div class="actions">
    ${
      address
        ? html`<a class="button primary" part="button button-primary" href=${address} target="_top">${words.open}</a>`
        : nothing
    }
    ${another(view, address ? 'plain' : 'primary', words.another)}
  </div>`;
}

function another({ another }: LaterView, kind: string, label: string): TemplateResult {
  return html`<button class="button ${kind}" part="button" type="button" @click=${another}>${label}</button>`;
}

function withdrawal({ words, withdrawing, withdraw }: LaterView): TemplateResult {
  return html`<p class="small soft">
    ${words.wrongAddress}
    <button
      class="button plain inline"
      part="button"
      type="button"
      aria-disabled=${withdrawing ? 'true' : 'false'}
      @click=${withdrawing ? null : withdraw}
    >
      ${withdrawing ? words.withdrawing : words.withdraw}</button
    >. ${words.linkStops}
  </p>`;
}
