import { ORIGIN } from '../../testing/app.ts';

/** A page as it came. */
export interface Seen {
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

interface FoundForm {
  readonly method: string;
  readonly action: string;
  readonly fields: URLSearchParams;
  readonly buttons: readonly { readonly label: string; readonly attributes: string }[];
}

const NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Text as a browser reads it. */
export function unescape(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => NAMES[name] ?? '');
}

/** What a reader sees of HTML, on one line. */
export function textOf(html: string): string {
  const bare = html.replaceAll(/<(style|script|title)\b[\s\S]*?<\/\1>/g, '').replaceAll(/<[^>]*>/g, ' ');
  return unescape(bare).replaceAll(/\s+/g, ' ').trim();
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescape(found);
}

/** A browser whose owner has switched scripts off: it keeps cookies, follows links and sends plain forms. */
export class Visitor {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #cookies = new Map<string, string>();
  #seen: Seen | undefined;

  constructor({ fetch }: { readonly fetch: (request: Request) => Promise<Response> }, session?: string) {
    this.#fetch = fetch;
    if (session !== undefined) this.#cookies.set('handsel', session);
  }

  /** The page in front of the visitor. */
  get page(): Seen {
    if (!this.#seen) throw new Error('No page was opened yet.');
    return this.#seen;
  }

  /** What there is to read. */
  get text(): string {
    return textOf(this.page.html.slice(this.page.html.indexOf('<main')));
  }

  /** The value of a cookie. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** Types an address, or follows a link from elsewhere. */
  open(address: string): Promise<Seen> {
    return this.#go(new Request(new URL(address, ORIGIN), { headers: { 'sec-fetch-site': 'none' } }));
  }

  /** Follows the link with that text. */
  follow(label: string): Promise<Seen> {
    const links = [...this.page.html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)];
    const found = links.find(([, , inside = '']) => textOf(inside) === label);
    const href = attribute(found?.[1] ?? '', 'href');
    if (href === undefined) throw new Error(`There is no link "${label}" in: ${this.text}`);
    return this.open(new URL(href, this.page.url).href);
  }

  /** Types into the form that has this button, and presses it. */
  press(label: string, typed: Readonly<Record<string, string>> = {}): Promise<Seen> {
    return this.#go(this.request(label, typed));
  }

  /** Presses twice before the first answer is there; the second answer is what is seen. */
  async pressTwice(label: string, typed: Readonly<Record<string, string>> = {}): Promise<Seen> {
    const [first, second] = [this.request(label, typed), this.request(label, typed)];
    await this.#fetch(first);
    return this.#go(second);
  }

  /** Sends what was pressed earlier. */
  send(request: Request): Promise<Seen> {
    return this.#go(request);
  }

  /** What pressing a button sends. */
  request(label: string, typed: Readonly<Record<string, string>> = {}): Request {
    const form = this.#forms().find(({ buttons }) => buttons.some((button) => button.label === label));
    if (!form) throw new Error(`There is no button "${label}" in: ${this.text}`);
    const pressed = form.buttons.find((button) => button.label === label)?.attributes ?? '';
    const name = attribute(pressed, 'name');
    if (name !== undefined) form.fields.set(name, attribute(pressed, 'value') ?? '');
    for (const [field, value] of Object.entries(typed)) {
      if (!form.fields.has(field)) throw new Error(`The form of "${label}" has no field "${field}".`);
      // Browsers send the lines of a text area like this.
      form.fields.set(field, value.replaceAll('\n', '\r\n'));
    }
    const url = new URL(form.action, this.page.url);
    if (form.method === 'get') return new Request(`${url.origin}${url.pathname}?${form.fields.toString()}`);
    const headers = { 'sec-fetch-site': 'same-origin', cookie: this.#cookieHeader() };
    return new Request(url, { method: 'POST', headers, body: form.fields });
  }

  /** What stands in a field. */
  value(field: string): string | undefined {
    const form = this.#forms().find(({ fields }) => fields.get(field));
    return form?.fields.get(field) ?? undefined;
  }

  #forms(): FoundForm[] {
    return [...this.page.html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, own = '', inside = '']) => ({
      method: attribute(own, 'method') ?? 'get',
      action: attribute(own, 'action') ?? this.page.url.href,
      fields: fieldsIn(inside),
      buttons: [...inside.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(
        ([, attributes = '', label = '']) => ({
          label: textOf(label),
          attributes,
        }),
      ),
    }));
  }

  async #go(request: Request): Promise<Seen> {
    if (!request.headers.has('cookie')) request.headers.set('cookie', this.#cookieHeader());
    const response = await this.#fetch(request);
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const to = response.headers.get('location');
    if (to !== null) return this.open(new URL(to, request.url).href);
    const { status, headers } = response;
    this.#seen = { url: new URL(request.url), status, headers, html: await response.text() };
    return this.#seen;
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function fieldsIn(inside: string): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [, attributes = ''] of inside.matchAll(/<input\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name') ?? '';
    const radio = attribute(attributes, 'type') === 'radio';
    if (!radio || /\schecked\b/.test(attributes)) fields.set(name, attribute(attributes, 'value') ?? '');
    else if (!fields.has(name)) fields.set(name, '');
  }
  for (const [, attributes = '', value = ''] of inside.matchAll(/<textarea\b([^>]*)>\n?([\s\S]*?)<\/textarea>/g)) {
    fields.set(attribute(attributes, 'name') ?? '', unescape(value));
  }
  return fields;
}
