import { ContextProvider } from '@lit/context';
import { html, LitElement, type TemplateResult } from 'lit';
import {
  connectionProperties,
  type ConnectionSettings,
  sameSettings,
  settingsOf,
} from '../foundation/connection-settings.ts';
import { connectionContext, type Locale, localeContext } from '../foundation/contexts.ts';
import { LateContext } from '../foundation/late-context.ts';
import { styles } from './styles.ts';

/**
 * Says once for everything below it: which backend and in whose name, in which language and words, in which colours.
 *
 * It loads nothing by itself: each element below loads what it needs, and they share one client. A provider inside
 * another passes on what it does not say itself.
 *
 * @tag handsel-provider
 * @summary Backend, session, language and appearance for everything below it.
 *
 * @slot - The elements it provides for, anywhere below.
 */
export class ProviderElement extends LitElement {
  static override styles = styles;
  static override properties = {
    ...connectionProperties,
    locale: {},
    words: { attribute: false },
    theme: { reflect: true },
    density: { reflect: true },
  };

  /** A client of your own, made with `createClient`; then the other three are not needed. */
  declare client: ConnectionSettings['client'];

  /** The backend's address, or anything with a `fetch(request)`, like the sandbox. */
  declare backend: ConnectionSettings['backend'];

  /** A publishable key; the attribute is `key`. */
  declare publishableKey: ConnectionSettings['publishableKey'];

  /** A session's token, or better a function that fetches a fresh one from your server. */
  declare session: ConnectionSettings['session'];

  /** The language of figures and dates; left out, the nearest `lang`. */
  declare locale: string | undefined;

  /** Words of your own, by element and key: `{ 'contract-list': { title: 'Our contracts' } }`. */
  declare words: Locale['words'];

  /** `light` or `dark`; left out, the page's own `color-scheme`. */
  declare theme: 'light' | 'dark' | undefined;

  /** `comfortable`, `compact` or `dense`. */
  declare density: 'comfortable' | 'compact' | 'dense' | undefined;

  readonly #outer = new LateContext(this, connectionContext);
  readonly #outerLocale = new LateContext(this, localeContext);
  readonly #connection = new ContextProvider(this, { context: connectionContext });
  readonly #locale = new ContextProvider(this, { context: localeContext });
  #said: readonly unknown[] = [];

  protected override willUpdate(): void {
    const settings = settingsOf(this, this.#outer.value);
    if (!sameSettings(settings, this.#connection.value)) this.#connection.setValue(settings);
    const outer = this.#outerLocale.value;
    const said = [this.locale || outer?.locale || '', outer?.words, this.words] as const;
    if (said.every((value, index) => value === this.#said[index])) return;
    this.#said = said;
    const words = merged(outer?.words, this.words);
    this.#locale.setValue({ locale: said[0], ...(words && { words }) });
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

type AllWords = NonNullable<Locale['words']>;

function merged(outer: AllWords | undefined, own: AllWords | undefined): AllWords | undefined {
  if (!outer || !own) return own ?? outer;
  const tags = new Set([...Object.keys(outer), ...Object.keys(own)]);
  return Object.fromEntries([...tags].map((tag) => [tag, { ...outer[tag], ...own[tag] }]));
}
