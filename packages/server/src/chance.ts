import type { Clock, NewId, RandomBytes } from './ports.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Makes UUIDv7 ids: their order is that of their making, also of up to 4,096 within one millisecond. */
export function createNewId(clock: Clock, random: RandomBytes): NewId {
  let last = 0;
  let count = 0;
  return (prefix) => {
    const bytes = random(16);
    const milliseconds = Date.parse(clock.now());
    count = milliseconds === last ? (count + 1) % 4096 : 0;
    last = milliseconds;
    for (let index = 0; index < 6; index++) bytes[index] = Math.floor(milliseconds / 256 ** (5 - index)) % 256;
    bytes[6] = 0x70 | (count >> 8);
    bytes[7] = count & 0xff;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => HEX[byte] ?? '').join('');
    const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
    return `${prefix}_${parts.join('-')}`;
  };
}

/** A secret of 256 bits that fits into a URL, behind a prefix that says what it opens. */
export function newToken(prefix: string, random: RandomBytes): string {
  const text = btoa(String.fromCharCode(...random(32)));
  return `${prefix}_${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Six digits, each as likely as any other. */
export function newCode(random: RandomBytes): string {
  for (;;) {
    const [a = 0, b = 0, c = 0] = random(3);
    const number = (a << 16) | (b << 8) | c;
    // The largest multiple of a million below 2^24: above it, low codes would be likelier.
    if (number < 16_000_000) return String(number % 1_000_000).padStart(6, '0');
  }
}
