import type { RandomBytes } from '@handsel/server';

/** What a sandbox's chance begins with: the same seed gives the same ids, keys and codes. */
export type Seed = string | number;

/** Chance that repeats itself: for sandboxes only, since whoever knows the seed knows every secret. */
export function seededRandom(seed: Seed): RandomBytes {
  const next = generator(hashOf(String(seed)));
  return (length) => Uint8Array.from({ length }, () => next() & 0xff);
}

// FNV-1a, so that seeds which differ a little begin far apart.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

// Mulberry32.
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  };
}
