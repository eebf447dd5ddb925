import type { Client } from '@handsel/core';
import type { ContractEvent } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { activityLines } from '../activity/line.ts';
import { feed } from '../activity/feed.ts';
import { details } from '../details/sections.ts';
import { icon, INFO } from '../foundation/icons.ts';
import { oldness, type Reading } from '../foundation/reading.ts';
import { moveTab } from '../foundation/tab-keys.ts';
import { timeline } from '../milestone-timeline/timeline.ts';
import { actionButton, type Press } from './action-button.ts';
import { openChange } from './change.ts';
import type { Confirm } from './confirm.ts';
import { confirmDialog } from './confirm-dialog.ts';
import { head, wayBack } from './head.ts';
import { ledger } from './ledger.ts';
import type { Menu } from './menu.ts';
import { menuItems } from './menu-items.ts';
import { nextPanel } from './next-panel.ts';
import type { Telling } from './next-step.ts';
import type { Parts } from './parts.ts';

/** The parts of the room that are tabs. */
export const TABS = ['overview', 'details'] as const;
/** One of them. */
export type Tab = (typeof TABS)[number];

/** Everything the room needs to be drawn. */
export interface RoomView {
  readonly told: Telling;
  readonly client: Client | undefined;
  readonly live: Reading & { readonly events: readonly ContractEvent[] };
  readonly tab: Tab;
  readonly parts: Parts;
  readonly confirm: Confirm;
  readonly menu: Menu;
  /** The way back to the list, where the page gave its address. */
  readonly backHref: string;
  choose(tab: Tab): void;
  readonly press: Press;
}

/** The room of a contract that is here. */
export function room(view: RoomView): TemplateResult {
  const { told, live, tab, press } = view;
  const { contract, words, write } = told;
  const items = menuItems(contract, words, write);
  const menu = view.menu.render({ name: words.more, items, choose: ({ name }) => press(name) });
  return html`${oldness(live, words, write)} ${contract.simulated ? testMode(told) : nothing}
    ${head(told, menu, wayBack(view.backHref, words.allContracts))} ${tabs(view)}
    <div id="panel" part="panel" role="tabpanel" aria-labelledby="tab-${tab}">
      ${tab === 'details' ? detailsPanel(view) : overview(view)}
    </div>
    ${confirmDialog(view.confirm, told)}`;
}

function testMode({ words }: Telling): TemplateResult {
  return html`<p class="tiny soft room-notice">${icon(INFO)} ${words.simulated}</p>`;
}

function tabs({ told, tab, choose }: RoomView): TemplateResult {
  const { words } = told;
  const select = (id: string) => {
    const known = TABS.find((name) => `tab-${name}` === id);
    if (known) choose(known);
  };
  const keys = (event: KeyboardEvent) => moveTab(event, ({ id }) => select(id));
  return html`<div class="tabs" part="tabs" role="tablist" aria-label=${words.tabsLabel} @keydown=${keys}>
    ${TABS.map(
      (name) =>
        html`<button
          part="tab"
          role="tab"
          type="button"
          id="tab-${name}"
          aria-selected=${name === tab ? 'true' : 'false'}
          aria-controls="panel"
          tabindex=${name === tab ? '0' : '-1'}
          @click=${() => choose(name)}
        >
          ${words.tabs[name]}
        </button>`,
    )}
  </div>`;
}

function overview(view: RoomView): TemplateResult {
  const { told, client, press } = view;
  return html`<div class="columns">
    <div>${nextPanel({ told, client, press })} ${openChange(told, press)} ${milestones(view)} ${activity(view)}</div>
    <aside>${ledger(told)}</aside>
  </div>`;
}

function milestones({ told, live, parts, press }: RoomView): TemplateResult {
  const { contract, words, write } = told;
  const { span, grow } = parts.span.of(contract);
  return html`<section>
    <div class="section-head">
      <h3 class="head">${words.milestones}</h3>
      ${actionButton(told, { action: 'milestoneChanges.create', look: 'plain', press })}
    </div>
    ${timeline({ contract, events: live.events, words: parts.timelineWords, write, span, grow })}
  </section>`;
}

function activity({ told, live, parts }: RoomView): TemplateResult {
  const { contract, words, write } = told;
  const lines = activityLines(contract, live.events, parts.activityWords, write);
  return html`<section>
    <div class="section-head"><h3 class="head">${words.activity}</h3></div>
    ${feed({ lines, words: parts.activityWords, write, most: parts.length.most, grow: parts.length.grow })}
  </section>`;
}

function detailsPanel({ told, parts }: RoomView): TemplateResult {
  return html`<div class="panel">
    ${details({ contract: told.contract, words: parts.detailsWords, write: told.write })}
  </div>`;
}
