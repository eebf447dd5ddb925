import type { Client } from '@handsel/core';
import type { Contract, Session } from '@handsel/protocol';
import { html, type LitElement, nothing, render, type TemplateResult } from 'lit';
import { codeOf, isSignedOut } from './failure.ts';
import { cutOff, foot, type FrameView, head } from './frame.ts';
import { deskWords as words } from './locales.ts';
import { type Arrival, Navigation } from './navigation.ts';
import { SignedInEvent } from './pages/code-entry.ts';
import { type Elsewhere, notFound, type Page, pageOf, sideOf, SignInAskedEvent, signIn } from './pages/pages.ts';
import { SessionChangedEvent } from './pages/settings.ts';
import { invitationOf, type Route, routeOf } from './routes.ts';
import type { Shell } from './shell.ts';

/** The hosted pages: one client, one session in the browser's cookie, one page at a time. */
export class Desk {
  readonly #client: Client;
  readonly #shell: Shell;
  readonly #window: Window;
  readonly #navigation: Navigation;
  #session: Session | undefined;
  #invitation = '';
  #route: Route = { page: 'not-found' };
  #page: Page | undefined;
  #visit = 0;

  constructor(window: Window, shell: Shell, client: Client) {
    this.#window = window;
    this.#shell = shell;
    this.#client = client;
    this.#navigation = new Navigation(window, (arrival) => void this.#arrive(arrival));
  }

  /** Takes the page over from its plain forms. */
  async start(): Promise<void> {
    const { document } = this.#window;
    this.#keepInvitation();
    document.addEventListener(SignedInEvent.type, (event) => this.#signedIn(event));
    document.addEventListener(SessionChangedEvent.type, (event) => this.#renamed(event));
    document.addEventListener(SignInAskedEvent.type, (event) => void this.#asked(event));
    document.addEventListener('handsel-contract-sent', (event) => this.#sent(event));
    document.addEventListener('handsel-contract-discarded', () => this.#navigation.go('/'));
    document.addEventListener('handsel-error', (event) => this.#failed(event));
    this.#window.addEventListener('online', () => this.#frame());
    this.#window.addEventListener('offline', () => this.#frame());
    this.#navigation.start();
    await this.#recognise();
    await this.#arrive('loaded');
  }

  // The secret leaves the address before anything else can read it; it lives in memory alone.
  #keepInvitation(): void {
    const { location, history } = this.#window;
    if (routeOf(location.pathname).page !== 'invitation') return;
    const token = invitationOf(location);
    if (token === undefined) return;
    this.#invitation = token;
    history.replaceState(null, '', '/invitation');
  }

  async #recognise(): Promise<void> {
    if (this.#shell.signedOut) return;
    try {
      this.#session = await this.#client.sessions.retrieve();
    } catch {
      this.#session = undefined;
    }
  }

  async #arrive(arrival: Arrival): Promise<void> {
    const visit = (this.#visit += 1);
    this.#keepInvitation();
    this.#route = routeOf(this.#window.location.pathname);
    this.#shell.waiting(true);
    const page = await this.#load();
    // Somebody has gone on meanwhile: the older page is not to come over the newer one.
    if (visit !== this.#visit) return;
    if ('to' in page) return this.#navigation.replace(page.to);
    this.#shell.waiting(false);
    await this.#show(page, arrival);
  }

  async #load(): Promise<Page | Elsewhere> {
    const context = { client: this.#client, session: this.#session, invitation: this.#invitation };
    try {
      return await pageOf(this.#route, context);
    } catch (error) {
      if (codeOf(error) === 'NOT_FOUND') return notFound();
      if (!isSignedOut(error)) return this.#broken();
      this.#session = undefined;
      return signIn(context, sideOf(this.#route) ?? 'freelancer', words.signInAgain);
    }
  }

  #broken(): Page {
    return {
      title: words.failed,
      view: html`<h1 tabindex="-1">${words.failed}</h1>
        <p class="actions">
          <button type="button" @click=${() => void this.#arrive('moved')}>${words.tryAgain}</button>
        </p>`,
      narrow: true,
    };
  }

  async #show(page: Page, arrival: Arrival): Promise<void> {
    // A page of the same kind is a new page: nothing of the old one is kept.
    render(nothing, this.#shell.main);
    this.#draw(page);
    if (arrival === 'loaded') return;
    // The browser brings back its own scroll position on the way back; a new page begins at its top.
    if (arrival === 'moved') this.#window.scrollTo(0, 0);
    // The desk's own pages are elements, and draw themselves a moment later.
    await this.#shell.main.querySelector<LitElement>('desk-sign-in, desk-invitation, desk-settings')?.updateComplete;
    (this.#shell.main.querySelector<HTMLElement>('h1') ?? this.#shell.main).focus({ preventScroll: true });
  }

  #draw(page: Page): void {
    this.#page = page;
    this.#window.document.title = words.titled(page.title);
    render(html`<handsel-provider .client=${this.#client}>${sheet(page)}</handsel-provider>`, this.#shell.main);
    this.#frame();
  }

  #frame(): void {
    const view: FrameView = {
      session: this.#session,
      told: this.#page?.told ?? false,
      route: this.#route,
      offline: this.#window.navigator.onLine === false,
      signOut: () => void this.#signOut(),
    };
    render(head(view), this.#shell.head);
    render(foot(view), this.#shell.foot);
    render(cutOff(view), this.#shell.notice);
  }

  #signedIn(event: Event): void {
    if (!(event instanceof SignedInEvent)) return;
    const { session } = event.detail;
    this.#session = session;
    if (this.#shell.closeDialog()) return this.#frame();
    if (this.#route.page !== 'invitation') return void this.#arrive('moved');
    this.#invitation = '';
    this.#navigation.replace('openedId' in session ? `/review/${session.openedId}` : '/review');
  }

  #renamed(event: Event): void {
    if (!(event instanceof SessionChangedEvent)) return;
    this.#session = event.detail.session;
    this.#frame();
  }

  // The form stays and says what comes next: the page is about the contract now, not about writing it.
  #sent(event: Event): void {
    if (!this.#page || !(event instanceof CustomEvent)) return;
    const { contract } = event.detail as { contract: Contract };
    this.#draw({ ...this.#page, title: contract.title, told: true });
  }

  async #asked(event: Event): Promise<void> {
    if (!(event instanceof SignInAskedEvent)) return;
    const context = { client: this.#client, session: this.#session, invitation: '' };
    await this.#show(await signIn(context, event.detail.side), 'moved');
  }

  // Signed out in the middle of something: the page stays as it is, with what was typed, below a dialog.
  #failed(event: Event): void {
    const error = event instanceof CustomEvent ? (event.detail as { error?: unknown } | null)?.error : undefined;
    if (!isSignedOut(error) || !this.#session) return;
    const { role } = this.#session;
    this.#session = undefined;
    const context = { client: this.#client, session: undefined, invitation: '' };
    void signIn(context, role, words.signInAgain).then(({ view }) => this.#shell.openDialog(view));
  }

  async #signOut(): Promise<void> {
    try {
      await this.#client.sessions.delete();
    } catch {
      // Signed out already, or cut off: the session is not shown any more either way.
    }
    const role = this.#session?.role;
    this.#session = undefined;
    this.#navigation.go(role === 'client' ? '/review' : '/');
  }
}

function sheet({ title, view, narrow, heard }: Page): TemplateResult {
  return html`<div class="sheet ${narrow ? 'narrow' : ''}">
    ${heard ? html`<h1 class="spoken" tabindex="-1">${title}</h1>` : nothing} ${view}
  </div>`;
}
