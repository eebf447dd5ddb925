import { isIPv4, isIPv6 } from 'node:net';

/**
 * Who is counted as one visitor: the address that connects, or behind so many proxies of one's own the one that the
 * outermost of them has seen. What a visitor claims stands further left, and is not looked at.
 */
export function visitorOf(connected: string | undefined, forwarded: string | null, proxies: number): string {
  const direct = connected ?? '';
  const chain = [...(forwarded?.split(',').map(bare) ?? []), direct];
  return networkOf(chain[Math.max(0, chain.length - 1 - proxies)] ?? direct) ?? networkOf(direct) ?? 'unknown';
}

/** Without a port, and without the brackets that keep an IPv6 address from it. */
function bare(entry: string): string {
  const text = entry.trim();
  return /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
}

// Whoever has one IPv6 address has 2^64 of them: the network is who visits.
function networkOf(address: string): string | undefined {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped;
  const [plain = ''] = mapped.split('%');
  if (!isIPv6(plain)) return undefined;
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - groups.length - rest.length }, () => '0');
  return `${[...groups, ...zeros, ...rest].slice(0, 4).join(':')}::/64`;
}
