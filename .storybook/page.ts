import type { Decorator } from '@storybook/web-components-vite';
import contrast from '@handsel/elements/themes/contrast.css?raw';
import paper from '@handsel/elements/themes/paper.css?raw';
import plain from '@handsel/elements/themes/plain.css?raw';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';

const THEMES: Readonly<Record<string, string>> = { paper, plain, contrast };

/** Accents to try: the accent, the same under the pointer, and the text on it, each for light and dark. */
const ACCENTS: Readonly<Record<string, readonly [accent: string, hover: string, text: string]>> = {
  forest: ['light-dark(#1d5a3a, #9edcb6)', 'light-dark(#12422a, #c4ecd3)', 'light-dark(#ffffff, #10251a)'],
  brick: ['light-dark(#8a2f1d, #f3b3a1)', 'light-dark(#6a2214, #f8d2c7)', 'light-dark(#ffffff, #2c120b)'],
  ocean: ['light-dark(#0b5394, #a9d4ff)', 'light-dark(#083e70, #d0e7ff)', 'light-dark(#ffffff, #0a2036)'],
};

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);
let shown = '';

function wear(look: string): void {
  if (look === shown) return;
  shown = look;
  // In a layer, as this sheet comes after all others of the page: what a page says on `:root` goes before its theme.
  sheet.replaceSync(`@layer theme { ${THEMES[look] ?? ''} }`);
}

function turned(globals: Readonly<Record<string, string>>): Record<string, string> {
  const [accent, hover, text] = ACCENTS[globals['accent'] ?? ''] ?? [];
  const { radius = 'own' } = globals;
  return {
    ...(accent && hover && text
      ? { '--handsel-accent': accent, '--handsel-accent-hover': hover, '--handsel-on-accent': text }
      : {}),
    ...(radius === 'own' ? {} : { '--handsel-radius': `${radius}px`, '--handsel-radius-sheet': `${radius}px` }),
  };
}

/** Puts a story on a page as the toolbar asks: its colours and theme, its type, width, language and direction. */
export const onPage: Decorator = (story, { globals, args, viewMode }) => {
  const said = globals as Readonly<Record<string, string>>;
  const { theme = 'auto', look = 'paper', host = 'plain', width = 'full', locale = 'en', direction = 'ltr' } = said;
  wear(look);
  const tokens = Object.fromEntries(
    Object.entries(args).filter(([name, value]) => name.startsWith('--handsel-') && typeof value === 'string' && value),
  ) as Record<string, string>;
  return html`<div
    class="page on-${host} in-${theme} ${viewMode}"
    lang=${locale}
    dir=${direction}
    style=${styleMap({ ...turned(said), ...tokens })}
  >
    <div class="column is-${width}">${story()}</div>
  </div>`;
};
