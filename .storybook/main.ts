import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: { name: '@storybook/web-components-vite', options: {} },
  // The toolbar has a page, a width and grounds of our own, which the elements hear of.
  features: { backgrounds: false, measure: false, outline: false, viewport: false },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // The packages as they are written, without a build between a change and its picture.
    resolve: { ...vite.resolve, conditions: ['handsel-source', 'browser', 'module', 'import', 'default'] },
    // Its file of bytes is found beside its script, which bundling ahead would move.
    optimizeDeps: { ...vite.optimizeDeps, exclude: ['@sqlite.org/sqlite-wasm'] },
    build: { ...vite.build, target: 'es2023' },
  }),
};

export default config;
