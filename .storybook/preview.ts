import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '../packages/elements/custom-elements.json' with { type: 'json' };
import { onPage } from './page.ts';
import './preview.css';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [onPage],
  parameters: {
    layout: 'padded',
    controls: { expanded: true, sort: 'requiredFirst' },
    a11y: { test: 'error', options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] } },
  },
  initialGlobals: { theme: 'auto', direction: 'ltr', clock: '0' },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: {
        title: 'Colours',
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'As the system' },
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction of writing',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    clock: {
      description: 'How far the clock of the backend is turned',
      toolbar: {
        title: 'Clock',
        icon: 'time',
        dynamicTitle: true,
        items: [
          { value: '0', title: 'Today' },
          { value: '1', title: 'A day later' },
          { value: '7', title: 'A week later' },
          { value: '14', title: '14 days later' },
          { value: '180', title: '180 days later' },
        ],
      },
    },
  },
};

export default preview;
