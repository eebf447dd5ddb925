// The same characters a backend refuses: control characters and signs that turn the direction of the writing.
const STRAY = /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;
const STRAY_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

/** What keeps a text from being sent: nothing in it, a character that cannot be sent, or too much of it. */
export type TextFault = 'missing' | 'stray' | { readonly over: number };

/** What is wrong with a typed text; undefined when nothing is. `lines` allows more than one. */
export function textFault(
  text: string,
  longest: number,
  { required = false, lines = false }: { readonly required?: boolean; readonly lines?: boolean } = {},
): TextFault | undefined {
  if (text.trim() === '') return required ? 'missing' : undefined;
  if ((lines ? STRAY_LINES : STRAY).test(text)) return 'stray';
  const over = [...text.trim()].length - longest;
  return over > 0 ? { over } : undefined;
}
