import type { OpenedInvitation, Session } from '@handsel/protocol';
import { html, type LitElement, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { describeFailure, timeText } from '../failure.ts';
import { deskWords as words } from '../locales.ts';
import { plainCode } from '../plain-code.ts';

/** Somebody has proved to own an address: the session is in the cookie, its description here. */
export class SignedInEvent extends CustomEvent<{ session: Session | OpenedInvitation }> {
  static readonly type = 'desk-signed-in';
  constructor(session: Session | OpenedInvitation) {
    super(SignedInEvent.type, { detail: { session }, bubbles: true });
  }
}

/** The two calls that codes are about. */
export interface CodeCalls {
  /** Mails a code. */
  send(): Promise<{ readonly expiresAt: string }>;
  /** Sends what was typed. */
  verify(code: string): Promise<Session | OpenedInvitation>;
}

/** Asking for a code and typing it: what signing in and opening an invitation share. */
export class CodeEntry implements ReactiveController {
  problem = '';
  busy = false;
  /** Until when the code works, in the reader's time; undefined before one was sent. */
  until: string | undefined;

  readonly #host: LitElement;
  readonly #calls: CodeCalls;
  #focus = false;

  constructor(host: LitElement, calls: CodeCalls) {
    this.#host = host;
    this.#calls = calls;
    host.addController(this);
  }

  /** Focus goes to what is wrong, else to what is to be typed next. */
  hostUpdated(): void {
    if (!this.#focus) return;
    this.#focus = false;
    const root = this.#host.renderRoot;
    const wrong = root.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? root.querySelector<HTMLElement>('input'))?.focus();
  }

  /** Mails a code, or a new one. */
  ask(): void {
    void this.run(async () => {
      const { expiresAt } = await this.#calls.send();
      this.until = timeText(expiresAt);
    });
  }

  /** Back to the start: another address is meant. */
  restart(): void {
    this.until = undefined;
    this.refuse('');
  }

  /** Says what is wrong before anything is sent. */
  refuse(problem: string): void {
    this.problem = problem;
    this.#focus = true;
    this.#host.requestUpdate();
  }

  /** Runs one call at a time, and words what goes wrong. */
  async run(call: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = '';
    this.#host.requestUpdate();
    try {
      await call();
    } catch (error) {
      this.problem = describeFailure(error, words);
    }
    this.busy = false;
    this.#focus = true;
    this.#host.requestUpdate();
  }

  /** The form for the six digits. */
  form(text: string, label: string, busyLabel: string): TemplateResult {
    return html`<form novalidate @submit=${this.#submitted}>
      <p>${text}</p>
      <p class="field">
        <label for="code">${words.code}</label>
        <input
          id="code"
          name="code"
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="12"
          aria-required="true"
          aria-invalid=${this.problem ? 'true' : 'false'}
          aria-describedby="code-help problem"
        />
        <small id="code-help">${words.codeHelp}</small>
      </p>
      ${this.problemLine()} ${this.button(label, busyLabel)}
    </form>`;
  }

  /** What went wrong; always there, so that it is read out when it comes. */
  problemLine(): TemplateResult {
    return html`<p class="error" role="alert" id="problem">${this.problem || nothing}</p>`;
  }

  /** The form's one button. */
  button(label: string, busyLabel: string): TemplateResult {
    const busy = this.busy ? 'true' : 'false';
    return html`<p class="actions">
      <button aria-disabled=${busy} aria-busy=${busy}>${this.busy ? busyLabel : label}</button>
    </p>`;
  }

  readonly #submitted = (event: SubmitEvent): void => {
    event.preventDefault();
    const code = plainCode(this.#host.renderRoot.querySelector<HTMLInputElement>('#code')?.value ?? '');
    if (!/^\d{6}$/.test(code)) return this.refuse(words.codeFault);
    void this.run(async () => {
      const session = await this.#calls.verify(code);
      this.#host.dispatchEvent(new SignedInEvent(session));
    });
  };
}
