import type { Session } from '@handsel/protocol';
import { html, type SafeHtml } from './html.ts';
import type { Page } from './visit.ts';

/** What the frame around a page shows. */
export interface Frame {
  readonly session: Session | null;
  readonly path: string;
  /** True while money is only simulated. */
  readonly simulated: boolean;
}

/** A whole page: the frame, and in it plain HTML that works without any script. */
export function documentOf(page: Page, frame: Frame): string {
  const { title, body } = page;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Handsel</title>
        <link rel="stylesheet" href="/assets/desk.css" />
        ${page.name && html`<script type="module" src="/assets/desk.js"></script>`}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the page</a>
        <header class="frame" data-handsel-frame ${!frame.session && html` data-signed-out`}>${head(frame)}</header>
        <main id="main" tabindex="-1" ${attributes(page)}>
          ${page.name ? body : html`<div class="sheet${page.narrow && ' narrow'}">${body}</div>`}
        </main>
        <footer class="frame" data-handsel-foot>
          ${frame.simulated && html`<p class="soft">Test mode: held funds (simulated). No real money moves.</p>`}
        </footer>
      </body>
    </html> `.toString();
}

function attributes({ name, contractId, narrow }: Page): SafeHtml {
  return html`${name && html` data-handsel-page="${name}"`}${
    contractId && html` data-contract-id="${contractId}"`
  }${name && narrow && html` data-narrow`}`;
}

function head({ session, path }: Frame): SafeHtml {
  const home = session?.role === 'client' ? '/review' : '/';
  const { name, email } = session?.party ?? {};
  return html`<a class="wordmark" href="${home}">Handsel</a>${
      session &&
      html` <nav aria-label="Pages">${link(home, 'Contracts', path)}${link('/settings', 'Settings', path)}</nav>
        <form method="post" action="/sign-out">
          <span class="soft"><span class="spoken">Signed in as </span><bdi>${name ?? email}</bdi></span>
          <button class="plain">Sign out</button>
        </form>`
    }`;
}

function link(href: string, text: string, path: string): SafeHtml {
  return html`<a href="${href}" ${href === path && html` aria-current="page"`}>${text}</a>`;
}
