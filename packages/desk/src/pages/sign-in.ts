import type { Client } from '@handsel/core';
import type { Role } from '@handsel/protocol';
import { html, LitElement, type TemplateResult } from 'lit';
import { deskWords as words } from '../locales.ts';
import { CodeEntry } from './code-entry.ts';

/**
 * Signs in by a code that goes to an e-mail address. The same is said whether or not the address is known.
 *
 * It renders into the page itself, so that the desk's style sheet holds and password managers see the fields.
 */
export class SignInElement extends LitElement {
  static override properties = { client: { attribute: false }, side: {}, text: { attribute: false } };

  /** The desk's client. */
  declare client: Client;

  /** As which side. */
  declare side: Role;

  /** A sentence of its own, such as why somebody has to sign in again. */
  declare text: string;

  #email = '';
  readonly #entry = new CodeEntry(this, {
    send: () => this.client.sessions.requestCode({ email: this.#email }),
    verify: (code) => this.client.sessions.create({ email: this.#email, code, role: this.side }),
  });

  constructor() {
    super();
    this.side = 'freelancer';
    this.text = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const client = this.side === 'client';
    return html`<h1 tabindex="-1">${client ? words.signInClient : words.signIn}</h1>
      ${
        this.#entry.until === undefined
          ? this.#first(this.text || (client ? words.signInClientText : words.signInText))
          : this.#second(this.#entry.until)
      }`;
  }

  #first(text: string): TemplateResult {
    const entry = this.#entry;
    return html`<form novalidate @submit=${this.#asked}>
      <p>${text}</p>
      <p class="field">
        <label for="email">${words.email}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          .value=${this.#email}
          aria-required="true"
          aria-invalid=${entry.problem ? 'true' : 'false'}
          aria-describedby="problem"
        />
      </p>
      ${entry.problemLine()} ${entry.button(words.sendCode, words.sendingCode)}
    </form>`;
  }

  #second(until: string): TemplateResult {
    const entry = this.#entry;
    return html`${entry.form(words.codeText(this.#email, until), words.confirm, words.confirming)}
      <p class="actions">
        <button type="button" class="plain" @click=${() => entry.ask()}>${words.newCode}</button>
        <button type="button" class="plain" @click=${() => entry.restart()}>${words.otherAddress}</button>
      </p>`;
  }

  readonly #asked = (event: SubmitEvent): void => {
    event.preventDefault();
    this.#email = this.querySelector<HTMLInputElement>('#email')?.value.trim() ?? '';
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(this.#email)) return this.#entry.refuse(words.emailFault);
    this.#entry.ask();
  };
}
