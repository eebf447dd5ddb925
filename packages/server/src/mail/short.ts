/** The beginning of a text that is too long. Counted in whole signs: half of one cannot be shown. */
export function short(text: string, most: number): string {
  const signs = [...text];
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}
