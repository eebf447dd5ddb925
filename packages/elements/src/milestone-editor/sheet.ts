import type { Contract, MilestoneDraft } from '@handsel/protocol';
import { readAmount, tidied } from '../foundation/form/typed-amount.ts';
import { changeItems } from './change-items.ts';
import {
  type Measure,
  NEW_ROW,
  openedRow,
  type OpenRow,
  type RowFaults,
  type RowField,
  rowFault,
  typedFaults,
} from './check.ts';
import { readOpen, readState } from './restoring.ts';
import { draftOf, moveRow, placesOf, readMilestones, type Row, rowOf, rowOfMilestone } from './row.ts';

/** What the sheet asks of its element. */
export interface SheetHost {
  requestUpdate(): void;
  measure(): Measure;
  /** Somebody has changed the milestones; `said` tells it to those who cannot see it. */
  changed(said: string): void;
  /** Somebody types in the open row. */
  typed(): void;
  /** Focus goes there with the next rendering: a row's button, a field, the button that adds. */
  lead(selector: string): void;
}

/** A row that was taken away and can come back. */
export interface Removed {
  readonly row: Row;
  readonly place: number;
}

/** The rows, the one that is open, and what people do to them. */
export class MilestoneSheet {
  rows: readonly Row[] = [];
  open: OpenRow | undefined;
  faults: RowFaults = {};
  removed: Removed | undefined;
  readonly #host: SheetHost;

  constructor(host: SheetHost) {
    this.#host = host;
  }

  /** The milestones as they travel, without the row that is open and new. */
  get milestones(): MilestoneDraft[] {
    return this.rows.map(draftOf);
  }

  /** Whether the open row holds something that is not saved. */
  get unsaved(): boolean {
    const { open } = this;
    if (!open) return false;
    const { key: _key, ...typed } = open;
    const row = this.#row(open.key);
    const { key: _was, ...before } = row ? openedRow(row, this.#host.measure()) : NEW_ROW;
    return JSON.stringify(typed) !== JSON.stringify(before);
  }

  /** Replaces all rows: from the page, a form's reset or a draft. Tells nobody. */
  load(rows: readonly Row[]): void {
    this.rows = rows;
    this.open = undefined;
    this.faults = {};
    this.removed = undefined;
    this.#host.requestUpdate();
  }

  /** Replaces all rows by milestones that come from outside, whatever they are. */
  take(milestones: unknown, currency: string): void {
    this.load(readMilestones(milestones, currency).map(rowOf));
  }

  /** Opens a row and says what is wrong with it; without words, what is found now. */
  show(place: number, field: RowField, text: string): void {
    const row = this.rows[place];
    if (!row) return;
    this.edit(row.key);
    if (text) this.faults = { ...this.faults, [field]: text };
    else this.save();
    this.#host.lead(`#${field}`);
  }

  /** Opens an empty row at the end, unless another open row is not right yet. */
  add(): void {
    if (this.open && !this.save()) return;
    this.#open(NEW_ROW);
  }

  /** Opens a row to be typed over. */
  edit(key: number): void {
    if (this.open && !this.save()) return;
    const row = this.#row(key);
    if (row) this.#open(openedRow(row, this.#host.measure()));
  }

  /** Shows a signed contract's milestones; read anew while somebody edits, it does not take the edits away. */
  follow(contract: Contract, before: Contract | undefined): void {
    const edited = before?.id === contract.id && changeItems(before.milestones, this.rows).length > 0;
    if (!edited) this.load(contract.milestones.map(rowOfMilestone));
  }

  /** Shows what a browser has kept over a reload. */
  restore(state: unknown, currency: string): void {
    const { rows, open } = readState(state, currency);
    this.load(rows);
    this.open = open;
  }

  /** Puts back a row that was open when the page was left, whatever a draft says it was. */
  reopen(value: unknown): void {
    const open = readOpen(value);
    if (open) this.open = open;
    this.#host.requestUpdate();
  }

  /** Takes a keystroke; a fault goes as soon as it is mended. */
  type(field: RowField, value: string): void {
    if (!this.open) return;
    this.open = { ...this.open, [field]: value };
    if (this.faults[field]) this.faults = { ...this.faults, [field]: this.#found()[field] ?? '' };
    this.#host.typed();
    this.#host.requestUpdate();
  }

  /** Somebody has left a field: it is written in full, and checked if it holds anything. */
  leave(field: RowField): void {
    const { open } = this;
    if (!open) return;
    const { smallest, write } = this.#host.measure();
    if (field === 'amount') {
      this.open = { ...open, amount: tidied(open.amount, smallest.currency, write.locale) };
      this.#host.typed();
    }
    if (open[field].trim() !== '') this.faults = { ...this.faults, [field]: this.#found()[field] ?? '' };
    this.#host.requestUpdate();
  }

  /** Saves the open row; answers false, and shows why, while it is not right. An untouched new row just goes. */
  save(): boolean {
    const { open } = this;
    if (!open) return true;
    if (open.key === undefined && !this.unsaved) {
      this.cancel();
      return true;
    }
    this.faults = this.#found();
    const field = (['title', 'amount', 'dueOn', 'description'] as const).find((each) => this.faults[each]);
    this.#host.requestUpdate();
    if (field) this.#host.lead(`#${field}`);
    else this.#keep(open);
    return field === undefined;
  }

  /** Leaves the open row as it was before. */
  cancel(): void {
    const key = this.open?.key;
    this.open = undefined;
    this.faults = {};
    this.#host.typed();
    this.#host.lead(key === undefined ? '.add' : control(key, 'edit'));
  }

  /** Takes a row away; it can come back until the next change. */
  remove(key: number): void {
    const place = this.rows.findIndex((row) => row.key === key);
    const row = this.rows[place];
    if (!row) return;
    this.rows = this.rows.filter((each) => each !== row);
    this.removed = { row, place };
    this.#host.lead('.undo');
    this.#host.changed(this.#host.measure().words.removed(this.name(row)));
  }

  /** Brings back what was taken away last. */
  undo(): void {
    const { removed } = this;
    if (!removed) return;
    this.rows = this.rows.toSpliced(removed.place, 0, removed.row);
    this.removed = undefined;
    this.#host.lead(control(removed.row.key, 'remove'));
    this.#host.changed(this.#host.measure().words.back(this.name(removed.row)));
  }

  /** Moves a row one place up or down among those it may stand with. */
  step(key: number, by: -1 | 1): void {
    const place = this.rows.findIndex((row) => row.key === key);
    const row = this.rows[place];
    const places = row ? placesOf(this.rows, row) : [];
    const goal = places[places.indexOf(place) + by];
    if (goal !== undefined) this.move(key, goal);
  }

  /** Moves a row to a place, if it may stand there. */
  move(key: number, to: number): void {
    const rows = moveRow(this.rows, key, to);
    const row = this.#row(key);
    if (!row || rows === this.rows || rows.every((each, place) => each === this.rows[place])) return;
    this.rows = rows;
    this.removed = undefined;
    const { words, write } = this.#host.measure();
    this.#host.changed(words.moved(this.name(row), write.count(to + 1), write.count(rows.length)));
  }

  /** What a row is called aloud. */
  name({ title }: Pick<Row, 'title'>): string {
    return title.trim() || this.#host.measure().words.untitled;
  }

  /** The first row that is not right, with what is wrong. */
  get faulty(): { readonly row: Row; readonly number: number; readonly fault: string } | undefined {
    const measure = this.#host.measure();
    for (const [place, row] of this.rows.entries()) {
      const fault = rowFault(row, measure);
      if (fault) return { row, number: place + 1, fault };
    }
    return undefined;
  }

  #keep(open: OpenRow): void {
    const { smallest, words, write } = this.#host.measure();
    const read = readAmount(open.amount, smallest.currency, write.locale);
    if (!read.ok) return;
    const draft = { title: open.title.trim(), description: open.description.trim(), amount: read.money };
    const was = this.#row(open.key);
    const typed = { ...draft, dueOn: open.dueOn };
    const row = was ? { ...was, ...typed } : rowOf(typed);
    this.rows = was ? this.rows.map((each) => (each === was ? row : each)) : [...this.rows, row];
    this.open = undefined;
    this.removed = undefined;
    this.#host.lead(was ? control(row.key, 'edit') : '.add');
    this.#host.changed(words.saved(this.name(row), write.money(this.total())));
  }

  /** The sum of all rows in the currency of the contract, but for the one that is being edited. */
  total(): { readonly amount: number; readonly currency: string } {
    const { currency } = this.#host.measure().smallest;
    const counted = this.rows.filter(({ key, amount }) => key !== this.open?.key && amount.currency === currency);
    return { amount: counted.reduce((sum, { amount }) => sum + amount.amount, 0), currency };
  }

  #open(open: OpenRow): void {
    this.open = open;
    this.faults = {};
    this.removed = undefined;
    this.#host.lead('#title');
    this.#host.requestUpdate();
  }

  #row(key: number | undefined): Row | undefined {
    return key === undefined ? undefined : this.rows.find((row) => row.key === key);
  }

  #found(): RowFaults {
    const { open } = this;
    if (!open) return {};
    const measure = this.#host.measure();
    const read = readAmount(open.amount, measure.smallest.currency, measure.write.locale);
    return typedFaults(open, this.#row(open.key), read.ok ? read.money.amount : undefined, measure);
  }
}

/** What can be done with a closed row. */
export type RowTool = 'up' | 'down' | 'edit' | 'remove';

/** Where a row's button stands. */
export function control(key: number, act: RowTool): string {
  return `[data-key="${key}"] [data-act="${act}"]`;
}
