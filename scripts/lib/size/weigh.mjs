import { gzipSync } from 'node:zlib';

const weight = ({ code }) => gzipSync(code, { level: 9 }).length;

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The files that come with the first, without anything being asked for later. */
function atOnce([entry, ...rest]) {
  const byName = new Map(rest.map((chunk) => [chunk.name, chunk]));
  const found = new Set([entry]);
  for (const { imports } of found) for (const name of imports) if (byName.has(name)) found.add(byName.get(name));
  return [...found];
}

/** What a bundle weighs in bytes of gzip: what comes at once, ky where it is loaded later, and all else that is. */
export function weigh(chunks) {
  const first = atOnce(chunks);
  const later = chunks.filter((chunk) => !first.includes(chunk));
  const isKy = ({ sources }) => sources.some((source) => /node_modules\/ky\//.test(source));
  return {
    first: sum(first.map(weight)),
    ky: sum(later.filter(isKy).map(weight)),
    later: sum(later.filter((chunk) => !isKy(chunk)).map(weight)),
    text: chunks.map(({ code }) => code).join('\n'),
  };
}
