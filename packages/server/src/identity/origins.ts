import { isBusy } from '../http/reachable.ts';
import { someoneComesFrom } from '../store/credentials.ts';
import type { World } from '../world.ts';

/** Whether some key or session may be used from pages of an origin; which one, is looked at with the request itself. */
export async function isKnownOrigin(world: World, origin: string): Promise<boolean> {
  if (origin === world.settings.publicUrl) return true;
  if (origin !== 'null' && !isSerialized(origin)) return false;
  try {
    return await world.store.read((q) => someoneComesFrom(q, origin, world.clock.now()));
  } catch (error) {
    // Nobody is vouched for while nobody can be asked; the answer itself says that the backend is not ready.
    if (isBusy(error)) return false;
    throw error;
  }
}

// As browsers write it: what only looks like an origin was not sent by one.
function isSerialized(origin: string): boolean {
  try {
    return new URL(origin).origin === origin;
  } catch {
    return false;
  }
}
