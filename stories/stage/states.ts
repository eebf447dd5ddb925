import { type Cast, type Scene, scene } from './scene.ts';

/** The element waits for a backend that takes its time. */
export const loading = (arranged: Scene) =>
  scene({ ...arranged, waits: true, before: ({ sandbox }) => void (sandbox.latency = 600_000) });

/** Every reading is refused. */
export const refused = (arranged: Scene) =>
  scene({ ...arranged, before: ({ sandbox }) => void sandbox.failNext({ status: 503, times: 1_000 }) });

/** The connection is lost while the element stands; what was read stays. */
export const cutOff = (arranged: Scene, says = 'You are offline.') =>
  scene({
    ...arranged,
    async meanwhile({ sandbox, hand }: Cast) {
      sandbox.goOffline();
      await hand.says(says);
    },
  });
