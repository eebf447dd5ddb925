import { Refusal } from '../errors.ts';
import type { CallerKind, Operation } from '../operation.ts';
import type { Role } from '../resources/party.ts';
import type { Caller } from './context.ts';

type Gate = Pick<Operation, 'callers' | 'roles'>;

/** Whether a call needs no credential. One that comes along, good or bad, then makes no difference. */
export function isOpen({ callers }: Pick<Operation, 'callers'>): boolean {
  return callers.includes('none');
}

/** The side a credential acts for. A secret key acts as its freelancer; a publishable key for nobody. */
export function roleOf(kind: CallerKind, role: Role | undefined): Role | undefined {
  if (kind === 'secret') return 'freelancer';
  return kind === 'none' || kind === 'publishable' ? undefined : role;
}

/** Why a credential may not make a call, or nothing when it may. Holds no matter which contract it is about. */
export function refusalOf(
  { callers, roles }: Gate,
  kind: CallerKind,
  role: Role | undefined,
): 'UNAUTHENTICATED' | 'CALLER_NOT_ALLOWED' | 'WRONG_ROLE' | undefined {
  if (callers.includes('none')) return undefined;
  if (kind === 'none') return 'UNAUTHENTICATED';
  if (!callers.includes(kind)) return 'CALLER_NOT_ALLOWED';
  const side = roleOf(kind, role);
  return roles && !(side && roles.includes(side)) ? 'WRONG_ROLE' : undefined;
}

/** Looks a credential up and lets the caller in. @throws {Refusal} */
export async function admit<Subject>(
  operation: Gate,
  authenticate: () => Promise<Caller<Subject>>,
): Promise<Caller<Subject>> {
  const caller = isOpen(operation) ? await anybody(authenticate) : await authenticate();
  const refusal = refusalOf(operation, caller.kind, caller.role);
  if (refusal) throw new Refusal(refusal);
  return { ...caller, role: roleOf(caller.kind, caller.role) };
}

// Whoever signs in often still holds a session that is over: that must not keep anybody out.
async function anybody<Subject>(authenticate: () => Promise<Caller<Subject>>): Promise<Caller<Subject>> {
  try {
    await authenticate();
  } catch (error) {
    const stale = error instanceof Refusal && (error.code === 'UNAUTHENTICATED' || error.code === 'SESSION_EXPIRED');
    if (!stale) throw error;
  }
  return { kind: 'none' };
}
