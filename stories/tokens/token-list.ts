import { tokens } from '@handsel/elements';

/** One token: what a page sets, and what holds while it does not. */
export interface Token {
  readonly name: string;
  readonly usual: string;
}

/** The text between a bracket that is open and the one that closes it. */
function untilClosed(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; at < text.length && depth > 0; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
  }
  return text.slice(from, at - 1).trim();
}

function read(css: string): Token[] {
  const found = new Map<string, string>();
  for (const match of css.matchAll(/var\(\s*(--handsel-[\w-]+)\s*,/g)) {
    const [whole, name = ''] = match;
    // The first one counts: what follows are the exceptions of certain screens.
    if (!found.has(name)) found.set(name, untilClosed(css, match.index + whole.length));
  }
  return [...found].map(([name, usual]) => ({ name, usual }));
}

/** Every token, as the elements read them: out of their own style sheet. */
export const TOKENS: readonly Token[] = read(tokens.cssText);

/** The tokens that hold a colour for light and one for dark. */
export const COLOURS: readonly Token[] = TOKENS.filter(({ usual }) => usual.startsWith('light-dark('));
