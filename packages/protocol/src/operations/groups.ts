import type { CallerKind } from '../operation.ts';

/** Anybody who is signed in as one side of a contract; the integrator's server acts for its freelancer. */
export const SIGNED_IN = ['embedded', 'hosted', 'trusted', 'secret'] as const satisfies readonly CallerKind[];

/** Where no script of a host page can forge a click: the backend's own pages, or an origin the integrator vouches for. */
export const MONEY = ['hosted', 'trusted'] as const satisfies readonly CallerKind[];
