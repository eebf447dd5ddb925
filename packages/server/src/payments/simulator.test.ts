import { simulatorBench } from './testing/benches.ts';
import { itBehavesLikeAProvider } from './testing/provider-suite.ts';

itBehavesLikeAProvider('the simulator', simulatorBench);
