/** Where a request comes from, as the outermost layer saw it; the same word for all where there is no network. */
export function addressOf(request: Request): string {
  return request.headers.get('x-handsel-address') ?? 'here';
}
