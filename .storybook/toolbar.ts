import type { Preview } from '@storybook/web-components-vite';

type GlobalTypes = NonNullable<Preview['globalTypes']>;

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>;

const choice = (description: string, icon: Icon, items: Readonly<Record<string, string>>): GlobalTypes[string] => ({
  description,
  toolbar: {
    title: description,
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, title]) => ({ value, title })),
  },
});

/** What the toolbar says before somebody touches it. */
export const initialGlobals = {
  theme: 'auto',
  look: 'paper',
  accent: 'own',
  radius: 'own',
  density: 'own',
  host: 'plain',
  width: 'full',
  locale: 'en',
  direction: 'ltr',
  clock: '0',
};

/** How a designer turns the page: colours, theme, the page around, its width, language, direction, and the clock. */
export const globalTypes: GlobalTypes = {
  theme: choice('Colours', 'mirror', { auto: 'System', light: 'Light', dark: 'Dark' }),
  look: choice('Theme', 'paintbrush', { paper: 'Paper', plain: 'Plain', contrast: 'Contrast' }),
  accent: choice('Accent', 'heart', { own: 'Accent', forest: 'Forest', brick: 'Brick', ocean: 'Ocean' }),
  radius: choice('Corners', 'circlehollow', { own: 'Corners', 0: 'Square', 8: '8 px', 16: '16 px' }),
  density: choice('Density', 'component', {
    own: 'Density',
    comfortable: 'Comfortable',
    compact: 'Compact',
    dense: 'Dense',
  }),
  host: choice('Page around', 'document', {
    plain: 'Plain page',
    cream: 'Cream, serif',
    dark: 'Dark page',
    small: '12 px type',
  }),
  width: choice('Width', 'grow', { full: 'Width', 320: '320', 360: '360', 520: '520', 760: '760' }),
  locale: choice('Language', 'globe', { en: 'English', de: 'Deutsch', ar: 'العربية' }),
  direction: choice('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
  clock: choice('Clock', 'time', { 0: 'Now', 24: '+ 1 day', 72: '+ 72 h', 336: '+ 14 days' }),
};
