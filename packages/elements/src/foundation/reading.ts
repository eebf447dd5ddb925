import { html, nothing, type TemplateResult } from 'lit';
import type { ReadingWords } from '../locales/en/reading.ts';
import { icon, OFFLINE, WARNING } from './icons.ts';
import { describeProblem } from './problem.ts';
import type { Writing } from './writing.ts';

/** What an element knows of the thing it reads. */
export interface Reading {
  readonly error: unknown;
  readonly offline: boolean;
  readonly asOf: string | undefined;
  refresh(): Promise<void>;
}

/** Instead of the thing: what did not load, what that means, and the way to try again. */
export function notLoaded(live: Reading, words: ReadingWords): TemplateResult {
  return html`<div class="notice is-dispute" part="notice" role="alert">
      ${icon(WARNING)}
      <p><span class="strong">${words.notLoaded}</span> ${describeProblem(live.error, words.problems)}</p>
    </div>
    <p class="retry">${again(live, words)}</p>`;
}

function again(live: Reading, words: ReadingWords): TemplateResult {
  return html`<button class="button second" part="button" type="button" @click=${() => void live.refresh()}>
    ${words.tryAgain}
  </button>`;
}

/** Above the thing, while the page is cut off or the newest reading failed: how old it is. */
export function oldness(live: Reading, words: ReadingWords, write: Writing): TemplateResult | typeof nothing {
  const { offline, asOf, error } = live;
  if (!offline && error === undefined) return nothing;
  const said = asOf ? words.asOf(write.time(asOf)) : words.cutOff;
  const text = offline
    ? html`<span class="strong">${words.offline}</span> ${said}`
    : describeProblem(error, words.problems);
  return html`<div class="notice" part="notice" role="status">
    ${icon(offline ? OFFLINE : WARNING)}
    <p>${text}</p>
  </div>`;
}

/** Bones in the place of so many rows: a coin, a line, a figure. */
export function boneRows(count: number, words: ReadingWords): TemplateResult {
  return html`<div class="bones" role="group" aria-busy="true" aria-label=${words.loading}>
    ${Array.from(
      { length: count },
      () =>
        html`<div class="line bone-row">
          <span class="bone bone-coin"></span><span class="bone bone-line"></span><span class="bone bone-figure"></span>
        </div>`,
    )}
  </div>`;
}
