import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';
import manifest from '@handsel/elements/custom-elements.json' with { type: 'json' };
import { html } from 'lit';
import { withActions } from 'storybook/actions/decorator';
import type { Scene } from '../stories/stage/scene.ts';
import { snippetOf } from '../stories/stage/snippet.ts';
import '../stories/stage/stage.ts';
import { extractArgTypes } from './arg-types.ts';
import { onPage } from './page.ts';
import './preview.css';
import { globalTypes, initialGlobals } from './toolbar.ts';

setCustomElementsManifest(manifest);

const isSetting = ([name, value]: [string, unknown]) => !name.startsWith('--') && value !== undefined;

const preview: Preview = {
  tags: ['autodocs'],
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only one that logs events of custom elements
  decorators: [onPage, withActions],
  initialGlobals,
  globalTypes,
  render: (args, { id, component, globals, parameters }) => {
    const { clock, locale, density } = globals as Readonly<Record<string, string>>;
    return html`<story-stage
      .scene=${(parameters['scene'] ?? {}) as Scene}
      .tag=${component ?? ''}
      .seed=${id}
      .settings=${Object.fromEntries(Object.entries(args).filter(isSetting))}
      .hours=${Number(clock)}
      .locale=${locale}
      .density=${density === 'own' ? undefined : density}
    ></story-stage>`;
  },
  parameters: {
    layout: 'fullscreen',
    actions: { handles: [...new Set(eventNames())] },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: {
      extractArgTypes,
      source: {
        language: 'html',
        transform: (_code: string, context: Parameters<typeof snippetOf>[0]) => snippetOf(context),
      },
    },
    a11y: {
      test: 'error',
      options: { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    },
    options: { storySort: { order: ['Start here', 'Foundation', 'Elements'] } },
  },
};

function eventNames(): string[] {
  return manifest.modules.flatMap(({ declarations }) =>
    declarations.flatMap((declaration) => ('events' in declaration ? declaration.events : []).map(({ name }) => name)),
  );
}

export default preview;
