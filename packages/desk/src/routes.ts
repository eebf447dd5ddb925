import type { ContractId } from '@handsel/protocol';

/** Every page of the desk. */
export type Route =
  | { readonly page: 'desk' }
  | { readonly page: 'create' }
  | { readonly page: 'contract'; readonly contractId: ContractId }
  | { readonly page: 'edit'; readonly contractId: ContractId }
  | { readonly page: 'settings' }
  | { readonly page: 'reviews' }
  | { readonly page: 'review'; readonly contractId: ContractId }
  | { readonly page: 'invitation' }
  | { readonly page: 'not-found' };

const CONTRACT = '(ctr_[0-9A-Za-z-]{1,64})';

function contractId(text: string | undefined): ContractId {
  return `ctr_${(text ?? '').slice(4)}`;
}

/** Which page an address is. Trailing slashes do not matter. */
export function routeOf(pathname: string): Route {
  const path = pathname.replace(/\/+$/, '') || '/';
  if (path === '/') return { page: 'desk' };
  if (path === '/contracts/new') return { page: 'create' };
  if (path === '/settings') return { page: 'settings' };
  if (path === '/review') return { page: 'reviews' };
  if (path === '/invitation' || /^\/invitation\/[^/]+$/.test(path)) return { page: 'invitation' };
  const review = new RegExp(`^/review/${CONTRACT}$`).exec(path);
  if (review) return { page: 'review', contractId: contractId(review[1]) };
  const contract = new RegExp(`^/contracts/${CONTRACT}(/edit)?$`).exec(path);
  if (contract) return { page: contract[2] ? 'edit' : 'contract', contractId: contractId(contract[1]) };
  return { page: 'not-found' };
}

/** The secret part of an invitation link, from the fragment or the path; undefined when there is none. */
export function invitationOf({ pathname, hash }: Pick<URL, 'pathname' | 'hash'>): string | undefined {
  const token = hash.slice(1) || /^\/invitation\/([^/]+)\/?$/.exec(pathname)?.[1] || '';
  return /^[0-9A-Za-z_-]{16,200}$/.test(token) ? token : undefined;
}

/** Whether the desk itself shows what an address leads to: the API and its documents are somebody else's. */
export function isOurs(url: URL, origin: string): boolean {
  return url.origin === origin && routeOf(url.pathname).page !== 'not-found';
}
