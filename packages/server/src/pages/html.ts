import { escapeHtml } from '../mail/letter.ts';

/** HTML that may go into a page as it is: only `html` makes it, and it escapes whatever it did not make. */
class SafeHtml {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}
export type { SafeHtml };

/** What may stand in a template: text is escaped, lists are joined, and what is not there leaves nothing behind. */
export type Piece = SafeHtml | string | number | false | null | undefined | readonly Piece[];

/** Writes HTML. There is no way past the escaping, nor around it. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): SafeHtml {
  let text = parts[0] ?? '';
  pieces.forEach((piece, index) => {
    text += textOf(piece) + (parts[index + 1] ?? '');
  });
  return new SafeHtml(text);
}

function textOf(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  if (piece instanceof SafeHtml) return piece.toString();
  return piece.map(textOf).join('');
}
