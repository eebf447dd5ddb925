import { readFile, writeFile } from 'node:fs/promises';

/** Takes the indentation out of style sheets; lines stay lines, so that source maps still hold. */
export function unindent(code) {
  return code.replaceAll(/\bcss ?`[^`]*`/g, (sheet) => sheet.replaceAll(/\n[ \t]+/g, '\n'));
}

/** Does so with a file that tsc has just written. */
export async function unindentIn(path) {
  const code = await readFile(path, 'utf8');
  const smaller = unindent(code);
  if (smaller !== code) await writeFile(path, smaller);
}
