import { cut } from '@handsel/elements/foundation/cut.ts';
import { textField } from '@handsel/elements/foundation/form/field.ts';
import { moneyField } from '@handsel/elements/foundation/form/money-field.ts';
import * as drawings from '@handsel/elements/foundation/icons.ts';
import { state } from '@handsel/elements/foundation/marks.ts';
import { contractStand, milestoneStand, type Stand } from '@handsel/elements/foundation/states.ts';
import { writing } from '@handsel/elements/foundation/writing.ts';
import { stateWords } from '@handsel/elements/locales/en/states.ts';
import type { ContractStatus, MilestoneState } from '@handsel/protocol';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { MEANINGS } from './tokens/meanings.ts';
import { sheet } from './tokens/sheet.ts';
import { COLOURS, type Token, TOKENS } from './tokens/token-list.ts';

const meta: Meta = {
  title: 'Foundation/Tokens and patterns',
  parameters: { controls: { disable: true }, docs: { source: { code: '' }, canvas: { sourceState: 'none' } } },
};
export default meta;

type Writer = ReturnType<typeof writing>;
const isText = (value: unknown): value is string => typeof value === 'string';
const writer = (locale: unknown): Writer => writing(isText(locale) ? locale : 'en');
const ignore = () => undefined;

const swatch = ({ name, usual }: Token) => {
  return html`<div class="swatch">
    <span class="patch" data-css="background:var(${name}, ${usual})"></span>
    <div class="small">
      <code>${name}</code>
      <p class="soft">${MEANINGS[name]}</p>
    </div>
  </div>`;
};

/** Every colour, as it is now: turn the theme and the accent in the toolbar, and look again. */
export const Colours: StoryObj = {
  render: () => sheet(html`<div class="swatches">${COLOURS.map(swatch)}</div>`),
};

const shown = ({ coin, role, word }: Stand) => html`<li>${state(coin, role, word)}</li>`;

/** A state is a coin and a word, never a colour alone: first those of contracts, then those of milestones. */
export const CoinsAndStates: StoryObj = {
  name: 'Coins and states',
  render: () => {
    const contracts = Object.keys(stateWords.contractStates) as ContractStatus[];
    const milestones = Object.keys(stateWords.milestoneStates).filter((each) => each !== 'funded') as MilestoneState[];
    return sheet(
      html`<h2 class="title">Contracts</h2>
        <ul class="cluster">
          ${contracts.map((status) => shown(contractStand(status, stateWords)))}
        </ul>
        <h2 class="title">Milestones</h2>
        <ul class="cluster">
          ${milestones.map((each) => shown(milestoneStand({ state: each }, stateWords)))}
        </ul>
        <h2 class="title">The cut</h2>
        <p class="soft">Only where the agreement passes from one side to the other.</p>
        ${cut()}`,
    );
  },
};

const line = ({ name, usual }: Token) =>
  html`<dt><code>${name}</code></dt>
    <dd data-css="font-size:var(${name}, ${usual})">Robin offers you a contract</dd>`;

/** The host's own family, in seven sizes and two weights. */
export const Type: StoryObj = {
  render: () =>
    sheet(html`<dl class="scale">${TOKENS.filter(({ name }) => name.startsWith('--handsel-text-')).map(line)}</dl>`),
};

/** The spaces, each times the density. */
export const Spaces: StoryObj = {
  render: () =>
    sheet(
      html`<dl class="scale">
        ${TOKENS.filter(({ name }) => /^--handsel-\d$/.test(name)).map(
          ({ name, usual }) =>
            html`<dt><code>${name}</code></dt>
              <dd><div class="bar" data-css="inline-size:var(${name}, ${usual})"></div></dd>`,
        )}
      </dl>`,
    ),
};

/** Figures in full, in one column, with one double rule; dotted leaders join label and figure. */
export const Money: StoryObj = {
  render: (_args, { globals }) => {
    const { money, minus } = writer(globals['locale']);
    const usd = (amount: number) => ({ amount, currency: 'USD' });
    return sheet(
      html`<dl class="ledger" data-css="max-inline-size:30em">
          <div>
            <dt>Released from escrow</dt>
            <dd>${money(usd(120_000))}</dd>
          </div>
          <div>
            <dt>Service fee, 5 %</dt>
            <dd>${minus(usd(6_000))}</dd>
          </div>
          <div class="total">
            <dt>You receive</dt>
            <dd>${money(usd(114_000))}</dd>
          </div>
        </dl>
        <ul>
          ${(
            [
              [123_456_700, 'CHF'],
              [1_250_000, 'JPY'],
              [-6_000, 'EUR'],
              [12_345, 'KWD'],
            ] as const
          ).map(([amount, currency]) => html`<li class="money">${money({ amount, currency })}</li>`)}
        </ul>`,
    );
  },
};

/** One primary in a view; what cannot be done keeps its place and says why below. */
export const Buttons: StoryObj = {
  render: () =>
    sheet(
      html`<div class="actions">
          <button class="button primary" type="button">Sign and send</button>
          <button class="button second" type="button">Ask a question</button>
          <button class="button plain" type="button">Not yet</button>
          <button class="button danger" type="button">End contract</button>
          <button class="button square" type="button" aria-label="Close">${drawings.icon(drawings.CLOSE)}</button>
          <button class="button second compact" type="button">Save milestone</button>
        </div>
        <div>
          <button class="button primary" type="button" aria-disabled="true">Request Payment</button>
          <p class="reason">Kim has not funded this milestone yet. Wait before you start.</p>
        </div>`,
    ),
};

/** Label above, help below, an error that says what would be right. */
export const Fields: StoryObj = {
  render: (_args, { globals }) => {
    const { locale } = writer(globals['locale']);
    const usual = { onInput: ignore, value: '' };
    return sheet(
      html`${textField({ ...usual, id: 'title', label: 'Contract name', value: 'Website redesign' })}
      ${textField({ ...usual, id: 'text', label: 'Note', optional: '(optional)', help: 'Goes into the e-mail.', rows: 3 })}
      ${moneyField({ ...usual, id: 'amount', label: 'Amount', currency: 'USD', locale, value: '1,200.00' })}
      ${moneyField({
        ...usual,
        id: 'little',
        label: 'Amount',
        currency: 'USD',
        locale,
        value: '4.99',
        error: 'A milestone is at least $5.00. Add $0.01 or more.',
      })}
      ${textField({ ...usual, id: 'fixed', label: 'Client', value: 'kim@arden.example', readonly: true })}`,
    );
  },
};

/** Every drawing, at the size it has beside text. */
export const Icons: StoryObj = {
  render: () =>
    sheet(
      html`<ul class="swatches">
        ${Object.entries(drawings)
          .filter(([, path]) => isText(path))
          .map(([name, path]) => html`<li class="cluster">${drawings.icon(String(path))} <code>${name}</code></li>`)}
      </ul>`,
    ),
};
