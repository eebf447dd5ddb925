import { someoneComesFrom } from '../store/credentials.ts';
import type { World } from '../world.ts';

/** Whether some key or session may be used from pages of an origin; which one, is looked at with the request itself. */
export async function isKnownOrigin(world: World, origin: string): Promise<boolean> {
  if (origin === world.settings.publicUrl) return true;
  return world.store.read((q) => someoneComesFrom(q, origin, world.clock.now()));
}
