import { createContext } from '@lit/context';
import type { Client } from '@handsel/core';

/** What a provider says about language: the locale, and words of its own by element and key. */
export interface Locale {
  readonly locale: string;
  readonly words?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

// Keys by Symbol.for: two bundles on one page still meet.
/** The client of everything below a provider. */
export const clientContext = createContext<Client | undefined>(Symbol.for('handsel:client'));

/** The language of everything below a provider. Colours and density need no context: they are inherited CSS. */
export const localeContext = createContext<Locale | undefined>(Symbol.for('handsel:locale'));
