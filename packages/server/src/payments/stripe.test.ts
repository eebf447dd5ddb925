import { stripeBench } from './testing/benches.ts';
import { listen } from './testing/listen.ts';
import { itBehavesLikeAProvider } from './testing/provider-suite.ts';

itBehavesLikeAProvider('stripe', () => Promise.resolve(stripeBench()));

itBehavesLikeAProvider('stripe over a real connection', async () => {
  const bench = stripeBench();
  return { ...bench, ...(await listen(bench.stripe)) };
});
