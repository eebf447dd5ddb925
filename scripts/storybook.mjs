// Shows the elements with a backend in the tab: `npm run storybook`, or builds the same pages: `npm run build-storybook`.
import { build } from './build.mjs';
import { runNode, whenInterrupted } from './lib/processes.mjs';

const [mode, ...rest] = process.argv.slice(2);
const ARGS = {
  dev: ['dev', '--port', process.env.PORT ?? '6006', '--host', '127.0.0.1', '--no-open', '--no-version-updates'],
  build: ['build', '--output-dir', 'storybook-static'],
};

if (!ARGS[mode]) {
  console.error('Say `dev` or `build`.');
  process.exit(1);
}

whenInterrupted(async () => {});
await build();
const { code } = await runNode(
  ['node_modules/storybook/dist/bin/dispatcher.js', ...ARGS[mode], '--disable-telemetry', ...rest],
  {
    env: { STORYBOOK_DISABLE_TELEMETRY: '1' },
  },
);
process.exit(code);
