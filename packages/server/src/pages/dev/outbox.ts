import { FRAMING_POLICY } from '../../http/page-headers.ts';
import type { World } from '../../world.ts';
import { html, type SafeHtml } from '../html.ts';
import { notFoundPage } from '../not-found.ts';
import { type MailCopy, mailOf, newestMails } from '../outbox-reading.ts';
import type { Page } from '../visit.ts';
import { momentText } from '../write.ts';

const SHOWN = 200;
const NOTICE = html`<p class="notice">
  Test mode: mails stay here. Whoever opens this page reads all of them, codes included.
</p>`;

/** Every mail that would have left, the newest first. */
export async function outboxPage({ store }: World): Promise<Page> {
  const mails = await store.read((q) => newestMails(q, SHOWN));
  const lines = mails.map(
    ({ id, to, subject, at }) =>
      html`<li>
        <a href="/dev/outbox/${id}" dir="auto">${subject}</a> <small>to <bdi>${to}</bdi> · ${momentText(at)}</small>
      </li>`,
  );
  return {
    name: null,
    title: 'Outbox',
    body: html`<div class="title">
        <h1>Outbox</h1>
        <p class="actions"><a class="button second" href="/dev/outbox">Look again</a></p>
      </div>
      ${NOTICE}${
        lines.length > 0
          ? html`<ul class="contracts">
              ${lines}
            </ul>`
          : html`<p>No mails yet. They appear here when something is sent.</p>`
      }`,
  };
}

const FRAMED = { 'Content-Security-Policy': FRAMING_POLICY };

/** One mail: its text with working links, and its HTML in a frame of its own. */
export async function mailPage({ store }: World, id: string): Promise<Page> {
  const mail = await store.read((q) => mailOf(q, id));
  if (!mail) return notFoundPage;
  return { name: null, title: mail.subject, body: body(mail), headers: FRAMED };
}

function body({ id, to, subject, at, sentAt, text }: MailCopy): SafeHtml {
  return html`<p><a href="/dev/outbox">All mails</a></p>
    <h1 dir="auto">${subject}</h1>
    <p class="soft">To <bdi>${to}</bdi> · ${momentText(at)}${sentAt && ` · sent ${momentText(sentAt)}`}</p>
    ${NOTICE}
    <h2>As text</h2>
    <div class="mail prose" dir="auto">${linked(text)}</div>
    <h2>As HTML</h2>
    <iframe
      class="mail"
      sandbox="allow-top-navigation-by-user-activation"
      title="The mail as HTML"
      src="/dev/outbox/${id}/html"
    ></iframe>`;
}

// Only addresses that a browser opens as pages become links; all of it is escaped like any other text.
function linked(text: string): (string | SafeHtml)[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
}

const MAIL_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  // Mails carry their styles on the tags, as mail programs want it; no script, no picture, no form runs here.
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; " +
    'sandbox allow-top-navigation-by-user-activation',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** The HTML of a mail, as it was stored; links open in the whole window. */
export async function mailHtml({ store }: World, id: string): Promise<Response | undefined> {
  const mail = await store.read((q) => mailOf(q, id));
  return mail && new Response(mail.html.replace('<head>', '<head><base target="_top">'), { headers: MAIL_HEADERS });
}
