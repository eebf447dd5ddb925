import type { Decorator } from '@storybook/web-components-vite';

/** Gives the page the colours and the direction of writing that the toolbar asks for. The clock is read by the stories. */
export const onPage: Decorator = (story, { globals }) => {
  const { theme, direction } = globals as { theme?: string; direction?: string };
  const page = document.documentElement;
  page.dataset['theme'] = theme ?? 'auto';
  page.dir = direction ?? 'ltr';
  return story();
};
