import type { LitElement } from 'lit';
import { type Locale, localeContext } from './contexts.ts';
import { LateContext } from './late-context.ts';

/** A table of words whose entries may be replaced one by one. */
export type WordOverrides<Table> = { readonly [Key in keyof Table]?: Table[Key] };

interface Speaker extends LitElement {
  words: WordOverrides<object> | undefined;
}

/** The words and the locale of one element: its own `words`, then the provider's, then the built-in English. */
export class Words<Table extends object> {
  readonly #host: Speaker;
  readonly #tag: string;
  readonly #table: Table;
  readonly #own: boolean;
  readonly #provided: LateContext<Locale | undefined>;
  #merged: Table | undefined;
  #parts: readonly unknown[] = [];

  /** `own` is false for the words of a part, which are not the element's `words` but those of the part's own tag. */
  constructor(host: Speaker, tag: string, table: Table, own = true) {
    this.#host = host;
    this.#tag = tag;
    this.#table = table;
    this.#own = own;
    this.#provided = new LateContext(host, localeContext);
  }

  /** The words in force; the same object while they stay the same. */
  get table(): Table {
    const parts = [this.#provided.value?.words?.[this.#tag], this.#own ? this.#host.words : undefined];
    if (!this.#merged || parts.some((part, index) => part !== this.#parts[index])) {
      this.#merged = Object.assign({}, this.#table, ...parts) as Table;
      this.#parts = parts;
    }
    return this.#merged;
  }

  /** The locale of figures and dates: the provider's, the nearest `lang`, else English. */
  get locale(): string {
    const lang = this.#provided.value?.locale || this.#host.closest<HTMLElement>('[lang]')?.lang;
    return known(lang || document.documentElement.lang) ?? 'en';
  }
}

/** The locale, if Intl can use it: a page's odd `lang` must not break its figures. */
function known(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}
