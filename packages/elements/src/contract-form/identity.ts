import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TextName } from './values.ts';

/** The fields about people, and the one that only robots fill in. */
export type IdentityName = Extract<TextName, 'clientEmail' | 'clientName' | 'clientCompany'> | 'trap';

/** One field about a person: an input of the page's own document, shown through a slot. */
export interface Identity {
  readonly slot: 'email' | 'name' | 'company' | 'trap';
  readonly field: IdentityName;
  readonly type: 'email' | 'text';
  readonly autocomplete: string;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
}

/** What the inputs say and hear. */
export interface IdentityRules {
  fields(): readonly Identity[];
  value(field: IdentityName): string;
  fault(field: IdentityName): string;
  type(field: IdentityName, value: string): void;
  leave(field: IdentityName): void;
  /** Enter was pressed. */
  next(): void;
}

/**
 * Inputs in the light DOM, so that autofill and password managers reach them: the page's own where it has slotted some,
 * else ours. Labels cannot point across the shadow boundary: name, help and fault are said on the input itself.
 */
export class IdentityInputs implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #rules: IdentityRules;
  readonly #own = new Set<HTMLInputElement>();
  readonly #wired = new WeakSet<HTMLInputElement>();

  constructor(host: ReactiveControllerHost & HTMLElement, rules: IdentityRules) {
    this.#host = host;
    this.#rules = rules;
    host.addController(this);
  }

  /** The input of a field. */
  inputOf(field: string): HTMLInputElement | undefined {
    const identity = this.#rules.fields().find((each) => each.field === field);
    return identity && this.#find(identity.slot);
  }

  /** What stands in the inputs now, also where a browser has filled them in without a word. */
  read(): void {
    for (const { field, slot } of this.#rules.fields()) {
      const value = this.#find(slot)?.value;
      if (value !== undefined && value !== this.#rules.value(field)) this.#rules.type(field, value);
    }
  }

  hostUpdated(): void {
    const fields = this.#rules.fields();
    for (const input of this.#own) {
      if (fields.some(({ slot }) => slot === input.slot && this.#find(slot) === input)) continue;
      input.remove();
      this.#own.delete(input);
    }
    for (const identity of fields) this.#show(identity, this.#find(identity.slot) ?? this.#make(identity));
  }

  #find(slot: string): HTMLInputElement | undefined {
    const all = [...this.#host.children].filter((child) => child instanceof HTMLInputElement && child.slot === slot);
    const inputs = all as HTMLInputElement[];
    return inputs.find((input) => !this.#own.has(input)) ?? inputs[0];
  }

  #make({ slot, type, autocomplete }: Identity): HTMLInputElement {
    const input = document.createElement('input');
    input.slot = slot;
    input.type = type;
    input.name = slot;
    input.setAttribute('autocomplete', autocomplete);
    // The form around the element is somebody else's: it must not send what is typed here.
    input.setAttribute('form', '');
    // Out of sight and out of the way of tabs: whoever fills it in does not see.
    if (slot === 'trap') input.tabIndex = -1;
    this.#own.add(input);
    this.#host.append(input);
    return input;
  }

  #show({ field, slot, label, help, required }: Identity, input: HTMLInputElement): void {
    const fresh = this.#wire(field, input);
    const known = this.#rules.value(field);
    // What a page or a browser has put in before us counts as typed; later the form is right.
    if (fresh && known === '' && input.value !== '') this.#rules.type(field, input.value);
    else if (input.value !== known) input.value = known;
    const fault = this.#rules.fault(field);
    if (!input.labels?.length) input.setAttribute('aria-label', label);
    input.setAttribute('aria-hidden', String(slot === 'trap'));
    input.setAttribute('aria-description', fault || help);
    input.setAttribute('aria-invalid', fault ? 'true' : 'false');
    input.setAttribute('aria-required', required ? 'true' : 'false');
  }

  #wire(field: IdentityName, input: HTMLInputElement): boolean {
    if (this.#wired.has(input)) return false;
    this.#wired.add(input);
    input.addEventListener('input', () => this.#rules.type(field, input.value));
    input.addEventListener('change', () => this.#rules.leave(field));
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      this.#rules.next();
    });
    return true;
  }
}
