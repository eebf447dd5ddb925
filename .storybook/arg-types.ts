import type { ArgTypes } from '@storybook/web-components-vite';
import { attributesOf, declarationOf, type Described } from '../stories/stage/manifest.ts';
import { MEANINGS } from '../stories/tokens/meanings.ts';
import { COLOURS, TOKENS } from '../stories/tokens/token-list.ts';

type Row = ArgTypes[string];

/** The names a token's control takes; what has none is set in the page's CSS. */
const COLOUR_NAMES = new Set(COLOURS.map(({ name }) => name));

const NONE: Row = { control: { disable: true } };

function controlOf(type: string): Row {
  const choices = type.match(/'[^']*'/g)?.map((each) => each.slice(1, -1));
  if (choices && !type.includes('[')) return { control: { type: 'select' }, options: [undefined, ...choices] };
  if (/^boolean/.test(type)) return { control: { type: 'boolean' } };
  if (/^number/.test(type)) return { control: { type: 'number' } };
  return /^string/.test(type) ? { control: { type: 'text' } } : NONE;
}

const plain = ({ name, description, type }: Described, category: string): Row => ({
  name,
  ...(description && { description }),
  ...NONE,
  table: { category, ...(type && { type: { summary: type.text } }) },
});

function rows(list: readonly Described[] | undefined, category: string): ArgTypes {
  return Object.fromEntries(
    (list ?? []).map((each) => [`${category}: ${each.name || 'default'}`, plain(each, category)]),
  );
}

function attributeRows(tag: string): ArgTypes {
  return Object.fromEntries(
    attributesOf(tag).map((attribute) => [
      attribute.fieldName,
      { ...plain(attribute, 'attributes'), ...controlOf(attribute.type?.text ?? '') },
    ]),
  );
}

function tokenRows(): ArgTypes {
  return Object.fromEntries(
    TOKENS.map(({ name, usual }) => {
      const control = { type: COLOUR_NAMES.has(name) ? ('color' as const) : ('text' as const) };
      const table = { category: 'css custom properties', defaultValue: { summary: usual } };
      return [name, { name, description: MEANINGS[name] ?? '', control, table }];
    }),
  );
}

/**
 * The tables of an element's docs page, from the manifest and the style sheet. Storybook's own reader keys rows by name
 * alone, so that a part called `title` would hide an attribute called `title`.
 */
export function extractArgTypes(tag: string): ArgTypes {
  const declaration = declarationOf(tag);
  if (!declaration) return {};
  const { members = [], events, slots, cssParts } = declaration;
  const isMethod = ({ kind }: { readonly kind: string }) => kind === 'method';
  const properties = members.filter((member) => !isMethod(member) && member.attribute === undefined);
  const named = (slots ?? []).map((slot) => ({ ...slot, name: slot.name || '(default)' }));
  return {
    ...attributeRows(tag),
    ...rows(properties, 'properties'),
    ...rows(members.filter(isMethod), 'methods'),
    ...rows(events, 'events'),
    ...rows(named, 'slots'),
    ...rows(cssParts, 'css shadow parts'),
    ...tokenRows(),
  };
}
