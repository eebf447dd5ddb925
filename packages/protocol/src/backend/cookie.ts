/**
 * The name of the cookie that holds a hosted session, at a backend with that address. Where there is TLS the prefix
 * binds it to this very host; without, browsers would not keep it.
 */
export function cookieName(address: string): string {
  return address.startsWith('http:') ? 'handsel' : '__Host-handsel';
}
