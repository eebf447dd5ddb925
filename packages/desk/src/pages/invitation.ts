import type { Client } from '@handsel/core';
import type { Invitation } from '@handsel/protocol';
import { html, LitElement, type TemplateResult } from 'lit';
import { codeOf } from '../failure.ts';
import { deskWords as words } from '../locales.ts';
import { CodeEntry } from './code-entry.ts';

/** Opens an invitation: who invites, a code to the address it was sent to, then the contract. */
export class InvitationElement extends LitElement {
  static override properties = { client: { attribute: false }, token: { attribute: false } };

  /** The desk's client. */
  declare client: Client;

  /** The secret part of the link; it is kept in memory alone. */
  declare token: string;

  #invitation: Invitation | undefined;
  #unknown = false;
  readonly #entry = new CodeEntry(this, {
    send: () => this.client.invitations.requestCode({ invitation: this.token }),
    verify: (code) => this.client.invitations.verify({ invitation: this.token, code }),
  });

  constructor() {
    super();
    this.token = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const invitation = this.#invitation;
    if (this.#unknown || this.token === '') return this.#lost();
    if (!invitation) return this.#waiting();
    const { freelancerName, emailHint, status } = invitation;
    return html`<h1 tabindex="-1">${words.invites(freelancerName)}</h1>
      ${
        status === 'open'
          ? this.#confirming(emailHint)
          : html`<p>${words.inviteEnded[status](freelancerName)}</p>
              <p class="actions"><a class="button second" href="/review">${words.signInClient}</a></p>`
      }`;
  }

  #confirming(hint: string): TemplateResult {
    const entry = this.#entry;
    if (entry.until === undefined) {
      return html`<form novalidate @submit=${this.#asked}>
        <p>${words.invitesText(hint)}</p>
        ${entry.problemLine()} ${entry.button(words.inviteSend, words.sendingCode)}
      </form>`;
    }
    return html`${entry.form(words.inviteSent(hint, entry.until), words.inviteConfirm, words.inviteOpening)}
      <p class="actions"><button type="button" class="plain" @click=${this.#asked}>${words.newCode}</button></p>`;
  }

  #waiting(): TemplateResult {
    const entry = this.#entry;
    return html`<h1 tabindex="-1">${words.invitation}</h1>
      ${entry.problemLine()}
      ${
        entry.problem
          ? html`<p class="actions">
              <button type="button" class="second" @click=${() => void this.#load()}>${words.tryAgain}</button>
            </p>`
          : html`<p class="waiting" role="status">${words.loading}</p>`
      }`;
  }

  #lost(): TemplateResult {
    return html`<h1 tabindex="-1">${words.invitation}</h1>
      <p>${words.inviteUnknown}</p>
      <p class="actions"><a class="button second" href="/review">${words.signInClient}</a></p>`;
  }

  readonly #asked = (event: Event): void => {
    event.preventDefault();
    this.#entry.ask();
  };

  async #load(): Promise<void> {
    if (this.token === '' || this.#invitation) return;
    await this.#entry.run(async () => {
      try {
        this.#invitation = await this.client.invitations.retrieve({ invitation: this.token });
      } catch (error) {
        if (codeOf(error) !== 'NOT_FOUND' && codeOf(error) !== 'VALIDATION') throw error;
        this.#unknown = true;
      }
    });
  }
}
