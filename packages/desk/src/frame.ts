import type { Session } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { deskWords as words } from './locales.ts';
import type { Route } from './routes.ts';

/** What the frame around every page shows. */
export interface FrameView {
  readonly session: Session | undefined;
  readonly route: Route;
  readonly offline: boolean;
  /** Whether the page itself says that no real money moves. */
  readonly told: boolean;
  signOut(): void;
}

/** Wordmark, the two or three links, who is signed in, the way out. */
export function head({ session, route, signOut }: FrameView): TemplateResult {
  const home = session?.role === 'client' ? '/review' : '/';
  const { name, email } = session?.party ?? {};
  return html`<a class="wordmark" href=${home}>${words.product}</a> ${
      session
        ? html`<nav aria-label=${words.pages}>
              ${link(home, words.contracts, route.page === 'desk' || route.page === 'reviews')}
              ${link('/settings', words.settings, route.page === 'settings')}
            </nav>
            <p class="person">
              <span class="soft"
                ><span class="spoken">${words.signedInAs('')}</span><bdi>${name ?? email ?? ''}</bdi></span
              >
              <button type="button" class="plain" @click=${signOut}>${words.signOut}</button>
            </p>`
        : nothing
    }`;
}

function link(href: string, text: string, current: boolean): TemplateResult {
  return html`<a href=${href} aria-current=${current ? 'page' : 'false'}>${text}</a>`;
}

/** Below the page: that nothing is real, while nothing is. Nobody is told twice. */
export function foot({ session, told }: FrameView): TemplateResult {
  return html`${session?.simulated && !told ? html`<p class="soft">${words.testMode}</p>` : nothing}`;
}

/** Above the page while there is no network. */
export function cutOff({ offline }: FrameView): TemplateResult {
  return html`<p class="notice" role="status" ?hidden=${!offline}>${offline ? words.offline : nothing}</p>`;
}
