import { html, type TemplateResult } from 'lit';

/** One coin: its ring, what fills it, the line on it; `on` draws that line in the colour of the paper. */
export interface Mark {
  readonly ring?: 'ring' | 'dashed';
  readonly fill?: string;
  readonly line?: string;
  readonly on?: boolean;
}

/** Which pair of colours (word and mark) a state takes. */
export type Role = 'held' | 'due' | 'changes' | 'paid' | 'dispute' | 'quiet';

function disc(radius: number): string {
  return `M${10 - radius} 10a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0-${2 * radius} 0`;
}

/** Draws a coin. It is decoration: the word of the state stands beside it. */
export function mark({ ring, fill = '', line = '', on = false }: Mark, role: Role | '' = ''): TemplateResult {
  return html`<svg class="mark ${role && `is-${role}`}" viewBox="0 0 20 20" aria-hidden="true">
    <path class=${ring ?? ''} d=${ring ? disc(8) : ''}></path>
    <path class="fill" d=${fill}></path>
    <path class=${on ? 'on' : ''} d=${line}></path>
  </svg>`;
}

/** A state: the coin, the word, and their colour. */
export function state(coin: Mark, role: Role, word: string): TemplateResult {
  return html`<span class="state is-${role}" part="state">${mark(coin)}${word}</span>`;
}

/** Promised. */
export const PLANNED: Mark = { ring: 'dashed' };
/** Money is inside. */
export const FUNDED: Mark = { ring: 'ring', fill: 'M6.5 10a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0' };
/** Asked for. */
export const AWAITING: Mark = { ring: 'ring', fill: 'M2 10a8 8 0 0 0 16 0z' };
/** Paid. */
export const PAID: Mark = {
  fill: 'M1.25 10a8.75 8.75 0 1 0 17.5 0a8.75 8.75 0 1 0-17.5 0',
  line: 'm6.25 10.4 2.6 2.6 5-5.4',
  on: true,
};
/** Changes asked for. */
export const CHANGES: Mark = {
  ring: 'ring',
  line: 'M8.6 8.6 6.4 10.8l2.2 2.2M6.4 10.8h4.9a2.1 2.1 0 0 0 0-4.2h-1.4',
};
/** Disputed: the coin is split, its halves slid. */
export const DISPUTED: Mark = { fill: 'M9 1.2a8 8 0 0 0 0 16zM11 2.8a8 8 0 0 1 0 16z' };
/** Money went back. */
export const REFUNDED: Mark = { ring: 'ring', line: 'M13.5 10h-7M9.25 7.25 6.5 10l2.75 2.75' };
/** Sent, waiting for the other side. */
export const SENT: Mark = { ring: 'dashed', line: 'M6.5 10h7M11 7.25 13.75 10 11 12.75' };
/** Not sent yet. */
export const DRAFT: Mark = { ring: 'dashed', line: 'M7 10h6' };
/** Paused. */
export const PAUSED: Mark = { ring: 'ring', line: 'M8 7.25v5.5M12 7.25v5.5' };
/** Over: declined, withdrawn, expired or cancelled. */
export const CLOSED: Mark = { ring: 'ring', line: 'M4.6 15.4 15.4 4.6' };
