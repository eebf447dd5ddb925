/** The words a text is found by, alike on every database: without accents, in lower case, each once. */
export function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

const AMOUNT = /^[^\p{L}\p{N}\s]?(?:\d{1,3}(?:[.,'’]\d{3})+|\d+)(?:[.,]\d{1,3})?[^\p{L}\p{N}\s]?$/u;

/** What to look for: every term must begin a word, in one of its spellings. "1,200" may be 1200 or 1.200. */
export function searchTerms(search: string): string[][] {
  return search.split(/\s+/u).flatMap((token) => {
    if (AMOUNT.test(token)) return [amountSpellings(token)];
    return words(token).map((word) => [word]);
  });
}

function amountSpellings(token: string): string[] {
  const number = token.replace(/[^\d.,]/g, '');
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
  const whole = number.replace(/[.,]/g, '');
  if (last === -1) return [whole];
  const fraction = number.length - last - 1;
  const decimal = `${number.slice(0, last).replace(/[.,]/g, '')}.${number.slice(last + 1)}`;
  return fraction === 3 ? [whole, decimal] : [decimal];
}

/** The smallest text above every text that begins so, in the order of code points. */
export function afterPrefix(prefix: string): string {
  return `${prefix}\u{10ffff}`;
}
