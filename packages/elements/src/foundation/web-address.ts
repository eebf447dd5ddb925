/** Only web addresses may be opened: an address is data of a backend, and the page may hold a session. */
export function webAddress(address: string | null): string | undefined {
  try {
    const url = new URL(address ?? '', document.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
