import { createContext } from '@lit/context';
import type { ConnectionSettings } from './connection-settings.ts';

/** What a provider says about language: the locale, and words of its own by element and key. */
export interface Locale {
  readonly locale: string;
  readonly words?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

// Keys by Symbol.for: two bundles on one page still meet.
/**
 * How everything below a provider reaches its backend. Settings and not a client, so that an element that needs one
 * call alone does not make the page load the whole client.
 */
export const connectionContext = createContext<ConnectionSettings | undefined>(Symbol.for('handsel:connection'));

/** The language of everything below a provider. Colours and density need no context: they are inherited CSS. */
export const localeContext = createContext<Locale | undefined>(Symbol.for('handsel:locale'));
