import { Stripe } from './stripe.ts';
import { stripeBench } from './testing/benches.ts';
import { listen } from './testing/listen.ts';
import { itBehavesLikeAProvider } from './testing/provider-suite.ts';

itBehavesLikeAProvider('stripe', () => Promise.resolve(stripeBench()));

itBehavesLikeAProvider('stripe over a real connection', async () => {
  const bench = stripeBench();
  const { secretKey, publicKey, webhookSecret } = bench.stripe;
  const { address, close } = await listen(bench.stripe);
  return { ...bench, close, provider: new Stripe({ secretKey, publicKey, webhookSecret, address, retries: 0 }) };
});
