import type { Contract, MilestoneChangeItem, MilestoneDraft, Policy } from '@handsel/protocol';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { Announcer } from '../foundation/announcer.ts';
import { firstOf, Lead } from '../foundation/lead.ts';
import { type WordOverrides, Words } from '../foundation/words.ts';
import { writing } from '../foundation/writing.ts';
import { type MilestoneEditorWords, milestoneEditorWords } from '../locales/en/milestone-editor.ts';
import { changeItems } from './change-items.ts';
import { limitsOf, type Measure, type OpenRow, type RowField } from './check.ts';
import { MilestonesChangedEvent, MilestoneTypedEvent } from './events.ts';
import { editor } from './editor.ts';
import { tellForm, wholeFault } from './form-part.ts';
import { RowGestures } from './gestures.ts';
import { readJson } from './row.ts';
import { MilestoneSheet } from './sheet.ts';
import { styles } from './styles.ts';
import { type EditorView, viewOf } from './view.ts';

/**
 * Adds, edits, removes and reorders the milestones of a contract, with their sum. A control of any `<form>`: its value
 * is the milestones as JSON.
 *
 * With `mode="change"` and a signed `contract` it gathers what to propose to the other side: `changes`.
 *
 * @tag handsel-milestone-editor
 * @summary Milestones in their order, each with a name, an amount and a due date, and their running sum.
 *
 * @slot heading - The title above the rows.
 *
 * @event {MilestonesChangedEvent} handsel-milestones-changed - Somebody has added, edited, removed or moved a milestone.
 *
 * @csspart title - The title.
 * @csspart row - A closed row.
 * @csspart figure - Its amount.
 * @csspart panel - The open row.
 * @csspart button - Any button.
 * @csspart button-primary - The primary button.
 * @csspart field - A field with its label.
 * @csspart label - Its label.
 * @csspart input - Its input.
 * @csspart help - Help below a field.
 * @csspart error - What is wrong.
 * @csspart ledger - The sum.
 * @csspart total - Its last line.
 */
export class MilestoneEditorElement extends LitElement {
  static formAssociated = true;
  static override styles = styles;
  static override properties = {
    milestones: { attribute: false, noAccessor: true },
    value: { attribute: false, noAccessor: true },
    unsaved: { attribute: false, noAccessor: true },
    defaultValue: { attribute: 'value' },
    name: { reflect: true },
    currency: {},
    minimum: { type: Number },
    policy: { attribute: false },
    required: { type: Boolean },
    readonly: { type: Boolean },
    disabled: { type: Boolean },
    inline: { type: Boolean },
    mode: {},
    contract: { attribute: false },
    words: { attribute: false },
  };

  /** What a form's reset goes back to, as JSON; the attribute is `value`. */
  declare defaultValue: string;

  /** Under which name a `<form>` sends the milestones. */
  declare name: string;

  /** The currency of all amounts, ISO 4217. */
  declare currency: string;

  /** The smallest amount of a milestone in minor units; left out, the policy's. */
  declare minimum: number | undefined;

  /** The backend's policy; left out, the usual one. */
  declare policy: Policy | undefined;

  /** Whether a form needs at least one milestone. */
  declare required: boolean;

  /** Shows the milestones, changes nothing. */
  declare readonly: boolean;

  /** Shows the milestones and takes no part in the form. */
  declare disabled: boolean;

  /** A part of a larger form: no title, no sum and no primary button of its own. */
  declare inline: boolean;

  /** `change` asks the other side of `contract` for a change; else a contract is being written. */
  declare mode: 'change' | '';

  /** The signed contract to be changed, with `mode="change"`. */
  declare contract: Contract | undefined;

  /** Words of your own, entry by entry. */
  declare words: WordOverrides<MilestoneEditorWords> | undefined;

  readonly #internals = this.attachInternals();
  readonly #words = new Words(this, 'milestone-editor', milestoneEditorWords);
  readonly #announcer = new Announcer(this);
  readonly #sheet = new MilestoneSheet({
    requestUpdate: () => this.requestUpdate(),
    measure: () => this.#measure(),
    changed: (said) => this.#changed(said),
    typed: () => this.dispatchEvent(new MilestoneTypedEvent()),
    lead: (selector) => this.#lead.to(selector),
  });
  readonly #lead = new Lead(this);
  readonly #gestures = new RowGestures(this, this.#sheet, {
    locked: () => this.#locked,
    lead: (selector) => this.#lead.to(selector),
  });
  #pressed = false;
  #touched = false;
  #showing = false;
  #formDisabled = false;

  constructor() {
    super();
    this.defaultValue = '';
    this.name = '';
    this.currency = 'USD';
    this.minimum = undefined;
    this.policy = undefined;
    this.required = false;
    this.readonly = false;
    this.disabled = false;
    this.inline = false;
    this.mode = '';
    this.contract = undefined;
    this.words = undefined;
    this.addEventListener('invalid', () => this.#press());
  }

  /** The milestones in their order, without what is typed and not saved. */
  get milestones(): MilestoneDraft[] {
    return this.#sheet.milestones;
  }
  set milestones(milestones: readonly MilestoneDraft[]) {
    this.#touched = true;
    this.#sheet.take(milestones, this.currency);
  }

  /** The same as JSON. */
  get value(): string {
    return JSON.stringify(this.milestones);
  }
  set value(value: string) {
    this.milestones = readJson(value);
  }

  /** What is typed in the open row and not saved, so that a draft can keep it; set it to open that row again. */
  get unsaved(): OpenRow | undefined {
    return this.#sheet.unsaved ? this.#sheet.open : undefined;
  }
  set unsaved(value: unknown) {
    this.#sheet.reopen(value);
  }

  /** With `mode="change"`: what to propose to the other side. */
  get changes(): MilestoneChangeItem[] {
    return this.#signed ? changeItems(this.#signed.milestones, this.#sheet.rows) : [];
  }

  /** The form this belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** Whether a form may be sent as things stand. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What is wrong, in words; empty when nothing is. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Opens an empty row, as the button does. */
  add(): void {
    if (!this.#locked) this.#sheet.add();
  }

  /** Saves the open row, as its button does; answers false, and shows why, while it is not right. */
  save(): boolean {
    return this.#sheet.save();
  }

  /** Whether everything is right; shows nothing. */
  checkValidity(): boolean {
    return this.#fault() === '';
  }

  /** Whether everything is right; saves the open row if it can, else shows what is wrong and goes there. */
  reportValidity(): boolean {
    if (!this.#sheet.save()) return false;
    const { faulty } = this.#sheet;
    if (faulty) this.showFault(faulty.number - 1, 'amount');
    this.#press();
    if (this.#fault() !== '' && !faulty) this.#lead.to('.add');
    return this.#fault() === '';
  }

  /** Opens a row and says what is wrong with it: what a backend has refused, or, without words, what the editor finds. */
  showFault(place: number, field: RowField, text = ''): void {
    this.#sheet.show(place, field, text);
  }

  /** Goes to what is wrong, else to the open row, else to the button that adds. */
  override focus(): void {
    firstOf(this.renderRoot, ['[aria-invalid="true"]', '#title', '.add', '[data-act="edit"]'])?.focus();
  }

  /** The form goes back to where it began. */
  formResetCallback(): void {
    this.#touched = false;
    this.#pressed = false;
    this.#sheet.take(readJson(this.defaultValue), this.currency);
  }

  /** A `<fieldset disabled>` around it is meant, too. */
  formDisabledCallback(disabled: boolean): void {
    this.#formDisabled = disabled;
    this.requestUpdate();
  }

  /** The browser has kept what was here before a reload. */
  formStateRestoreCallback(state: unknown): void {
    this.#touched = true;
    this.#sheet.restore(state, this.currency);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('defaultValue') && !this.#touched) this.#sheet.take(readJson(this.defaultValue), this.currency);
    const another = changed.has('contract') || changed.has('mode');
    if (this.#signed && another) this.#sheet.follow(this.#signed, changed.get('contract'));
  }

  protected override render(): TemplateResult {
    return editor(this.#view(), this.#announcer.render(), this.#gestures);
  }

  protected override updated(): void {
    const anchor = this.renderRoot.querySelector<HTMLElement>('#title, .add') ?? undefined;
    tellForm(this.#internals, { sheet: this.#sheet, required: this.required, fault: this.#fault(), anchor });
  }

  get #signed(): Contract | undefined {
    return this.mode === 'change' ? this.contract : undefined;
  }

  get #locked(): boolean {
    return this.readonly || this.disabled || this.#formDisabled;
  }

  #measure(): Measure {
    const { table: words, locale } = this.#words;
    const pays = this.#signed?.viewer === 'client';
    return { ...limitsOf(this.#signed ?? this), pays, words, write: writing(locale) };
  }

  #view(): EditorView {
    return {
      ...viewOf(this.#measure(), this.#signed),
      ...this.#gestures.drag,
      sheet: this.#sheet,
      inline: this.inline,
      locked: this.#locked,
      showing: this.#showing,
      fault: this.#pressed ? this.#fault() : '',
      toggle: () => {
        if (this.#sheet.save()) this.#showing = !this.#showing;
        this.#lead.to(this.#sheet.open ? '[aria-invalid="true"]' : '.changes-button');
      },
    };
  }

  #fault(): string {
    return this.#locked ? '' : wholeFault(this.#sheet, this.#measure(), this.required);
  }

  #changed(said: string): void {
    this.#touched = true;
    this.#announcer.say(said);
    this.requestUpdate();
    this.dispatchEvent(new MilestonesChangedEvent({ milestones: this.milestones, changes: this.changes }));
  }

  #press(): void {
    this.#pressed = true;
    this.requestUpdate();
  }
}
