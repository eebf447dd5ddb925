import type { Client } from '@handsel/core';
import { LONGEST, type Session } from '@handsel/protocol';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { describeFailure } from '../failure.ts';
import { deskWords as words } from '../locales.ts';

/** The session's description has changed: a new name, another company. */
export class SessionChangedEvent extends CustomEvent<{ session: Session }> {
  static readonly type = 'desk-session-changed';
  constructor(session: Session) {
    super(SessionChangedEvent.type, { detail: { session }, bubbles: true });
  }
}

/** The name and company that the other side sees. */
export class SettingsElement extends LitElement {
  static override properties = { client: { attribute: false }, session: { attribute: false } };

  /** The desk's client. */
  declare client: Client;

  /** Who is signed in. */
  declare session: Session;

  #busy = false;
  #saved = false;
  #problem = '';
  #fault: 'name' | 'company' | '' = '';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const { party } = this.session;
    return html`<h1 tabindex="-1">${words.settings}</h1>
      <form novalidate @submit=${this.#submitted} @input=${this.#typed}>
        <p>${words.settingsText}</p>
        ${this.#field('name', words.name, party.name ?? '', 'name')}
        ${this.#field('company', words.company, party.company ?? '', 'organization')}
        <p class="field"><span>${words.address}</span><output>${party.email ?? ''}</output></p>
        <p class="error" role="alert" id="problem">${this.#problem || nothing}</p>
        <p class="actions">
          <button aria-disabled=${this.#busy ? 'true' : 'false'} aria-busy=${this.#busy ? 'true' : 'false'}>
            ${this.#busy ? words.saving : words.save}
          </button>
          <span role="status">${this.#saved ? words.saved : ''}</span>
        </p>
      </form>`;
  }

  #field(
    name: 'name' | 'company',
    label: string,
    value: string,
    autocomplete: 'name' | 'organization',
  ): TemplateResult {
    return html`<p class="field">
      <label for=${name}
        >${label} ${name === 'company' ? html`<span class="soft">${words.optional}</span>` : nothing}</label
      >
      <input
        id=${name}
        name=${name}
        dir="auto"
        autocomplete=${autocomplete}
        .defaultValue=${value}
        aria-required=${name === 'name' ? 'true' : 'false'}
        aria-invalid=${this.#fault === name ? 'true' : 'false'}
        aria-describedby="problem"
      />
    </p>`;
  }

  readonly #typed = (): void => {
    this.#saved = false;
    this.#problem = '';
    this.#fault = '';
    this.requestUpdate();
  };

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || this.#busy) return;
    const form = new FormData(event.target);
    const name = typed(form, 'name');
    const company = typed(form, 'company');
    if (name === '') return this.#refuse('name', words.nameFault);
    if (name.length > LONGEST.name) return this.#refuse('name', words.tooLong);
    if (company.length > LONGEST.name) return this.#refuse('company', words.tooLong);
    void this.#save(name, company);
  };

  #refuse(field: 'name' | 'company', problem: string): void {
    this.#fault = field;
    this.#problem = problem;
    this.requestUpdate();
    this.querySelector<HTMLElement>(`#${field}`)?.focus();
  }

  async #save(name: string, company: string): Promise<void> {
    this.#busy = true;
    this.requestUpdate();
    try {
      const session = await this.client.party.update({ name, company: company || null });
      this.#saved = true;
      this.dispatchEvent(new SessionChangedEvent(session));
    } catch (error) {
      this.#problem = describeFailure(error, words);
    }
    this.#busy = false;
    this.requestUpdate();
  }
}

function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
