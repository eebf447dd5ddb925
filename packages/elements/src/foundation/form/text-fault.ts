import { LINE, LINES } from '@handsel/protocol/lines';

/** What keeps a text from being sent: nothing in it, a character that cannot be sent, or too much of it. */
export type TextFault = 'missing' | 'stray' | { readonly over: number };

/** What is wrong with a typed text; undefined when nothing is. `lines` allows more than one. */
export function textFault(
  text: string,
  longest: number,
  { required = false, lines = false }: { readonly required?: boolean; readonly lines?: boolean } = {},
): TextFault | undefined {
  if (text.trim() === '') return required ? 'missing' : undefined;
  if (!(lines ? LINES : LINE).test(text)) return 'stray';
  const over = [...text.trim()].length - longest;
  return over > 0 ? { over } : undefined;
}
