import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { resolveBrowser } from './scripts/browser.mjs';
import { browserReporter, complaintsOnly } from './scripts/lib/browser-reporter.mjs';

export default {
  files: process.env.HANDSEL_TEST_FILES?.split('\n') ?? 'packages/*/src/**/*.browser.test.ts',
  nodeResolve: { exportConditions: ['handsel-source', 'production', 'default'] },
  mimeTypes: { '**/*.wasm': 'application/wasm' },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2023',
      tsconfig: fileURLToPath(new URL('tsconfig.base.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { ...(await resolveBrowser()), headless: 'shell' },
      // Two files run at once, and the same seed gives the same ids: each tab keeps its drafts for itself.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  concurrency: 2,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: '20000' } },
  reporters: [browserReporter()],
  logger: complaintsOnly,
  // A bare browser warns of Lit's development build; what matters fails a test.
  browserLogs: false,
  staticLogging: true,
};
