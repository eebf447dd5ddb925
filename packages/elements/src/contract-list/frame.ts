import type { ContractSummary } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { typed } from '../foundation/form/field.ts';
import { icon, PLUS, SEARCH } from '../foundation/icons.ts';
import { moveTab } from '../foundation/tab-keys.ts';
import type { Writing } from '../foundation/writing.ts';
import type { ContractListWords } from '../locales/en/contract-list.ts';
import type { Listing } from './listing.ts';
import { type Tab, TABS } from './tabs.ts';

/** Everything around the rows. */
export interface FrameView {
  readonly listing: Listing;
  readonly words: ContractListWords;
  readonly write: Writing;
  /** Does what a press of Create a Contract does; undefined where there is none. */
  readonly create: ((event: Event) => void) | undefined;
  /** Its address, where it is a page of its own. */
  readonly createHref: string;
  /** Takes the focus somewhere with the next rendering: what was pressed may be gone then. */
  lead(selector: string): void;
}

/** The one primary button. */
export function createButton({ words, create, createHref }: FrameView): TemplateResult | typeof nothing {
  if (!create) return nothing;
  if (createHref) {
    return html`<a class="button primary" part="button button-primary" href=${createHref} @click=${create}
      >${icon(PLUS)}${words.create}</a
    >`;
  }
  return html`<button class="button primary" part="button button-primary" type="button" @click=${create}>
    ${icon(PLUS)}${words.create}
  </button>`;
}

/** Instead of the list, when there is no contract at all. */
export function nothingYet(view: FrameView): TemplateResult {
  const { words, create } = view;
  return html`<div class="empty">
    <h3 class="title">${words.emptyTitle}</h3>
    <p>${create ? words.emptyText : words.emptyClient}</p>
    ${createButton(view)}
  </div>`;
}

/** Instead of the rows, when a tab or a search holds none. */
export function noneHere({ listing, words, lead }: FrameView): TemplateResult {
  const { search, tab } = listing;
  const clear = () => {
    listing.find('');
    lead('[type="search"]');
  };
  if (!search) return html`<p class="empty">${words.noneHere[tab]}</p>`;
  return html`<p class="empty">${words.noneFound(search)}</p>
    <button class="button plain" part="button" type="button" @click=${clear}>${words.clear}</button>`;
}

/** The tabs and the search. */
export function bar(view: FrameView): TemplateResult {
  const { listing, words } = view;
  const choose = (tab: HTMLElement) => listing.choose(tab.id.slice('tab-'.length));
  const keys = (event: KeyboardEvent) => moveTab(event, choose);
  return html`<div class="bar">
    <div class="tabs" part="tabs" role="tablist" aria-label=${words.tabsLabel} @keydown=${keys}>
      ${TABS.map((tab) => tabButton(view, tab))}
    </div>
    <div class="search">
      ${icon(SEARCH)}
      <input
        class="input"
        part="input"
        type="search"
        autocomplete="off"
        aria-label=${words.search}
        placeholder=${words.searchHint}
        .value=${live(listing.search)}
        @input=${(event: Event) => listing.find(typed(event))}
      />
    </div>
  </div>`;
}

function tabButton({ listing, words, write }: FrameView, tab: Tab): TemplateResult {
  const count = listing.count(tab);
  const chosen = tab === listing.tab;
  return html`<button
    part="tab"
    role="tab"
    type="button"
    id="tab-${tab}"
    aria-selected=${chosen ? 'true' : 'false'}
    aria-controls="panel"
    tabindex=${chosen ? '0' : '-1'}
    @click=${() => listing.choose(tab)}
  >
    ${words.tabs[tab]}${count === undefined ? nothing : html` <span class="count">${write.count(count)}</span>`}
  </button>`;
}

/** Below the rows: how many, in which currency, and more of them. */
export function foot(
  { listing, words, lead }: FrameView,
  items: readonly ContractSummary[],
  currencies: readonly string[],
) {
  const { more, loading } = listing;
  const busy = loading === 'more';
  const [currency, ...others] = currencies;
  const read = async () => {
    await listing.readMore();
    lead(`.contracts > li:nth-child(${items.length + 1}) .name`);
  };
  return html`<div class="between foot small soft">
    ${
      more
        ? html`<button
            class="button second compact"
            part="button"
            type="button"
            aria-disabled=${busy ? 'true' : 'false'}
            @click=${busy ? null : read}
          >
            ${busy ? words.loadingMore : words.more}
          </button>`
        : html`<span class="number">${words.contracts(items.length)}</span>`
    }
    ${currency && others.length === 0 ? html`<span class="number">${words.amountsIn(currency)}</span>` : nothing}
  </div>`;
}
