import { stripeBench } from './testing/benches.ts';
import { itBehavesLikeAProvider } from './testing/provider-suite.ts';

itBehavesLikeAProvider('stripe', () => Promise.resolve(stripeBench()));
