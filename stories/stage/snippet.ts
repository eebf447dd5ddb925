import type { StoryContext } from '@storybook/web-components-vite';
import { attributesOf } from './manifest.ts';
import type { Reader, Scene } from './scene.ts';

const SCRIPT = '<script type="module" src="https://contracts.example/elements/handsel.js"></script>';

/** Where a page's credential comes from: the key is public, a session is made by the page's own server. */
const CREDENTIALS: Readonly<Record<Reader, string>> = {
  visitor: 'key="pk_live_…"',
  freelancer: 'session="ses_…"',
  client: 'session="ses_…"',
};

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The attributes an element has by its controls, as HTML. */
function settingsOf(tag: string, args: Readonly<Record<string, unknown>>): string[] {
  return attributesOf(tag).flatMap(({ name, fieldName }) => {
    const value = args[fieldName];
    if (value === true) return [name];
    return (typeof value === 'string' && value) || typeof value === 'number'
      ? [`${name}="${escaped(String(value))}"`]
      : [];
  });
}

/** The tokens somebody has turned, as the one rule of CSS that does the same. */
function styleOf(args: Readonly<Record<string, unknown>>): string {
  const turned = Object.entries(args).filter(([name, value]) => name.startsWith('--handsel-') && value);
  if (turned.length === 0) return '';
  const lines = turned.map(([name, value]) => `    ${name}: ${String(value)};`);
  return ['<style>', '  :root {', ...lines, '  }', '</style>', ''].join('\n');
}

/** What somebody would paste to have this on a page of their own: the script, and the element. */
export function snippetOf({ component, args, parameters }: StoryContext): string {
  const tag = component ?? '';
  const { as = 'freelancer', begin } = (parameters['scene'] ?? {}) as Scene;
  const known = attributesOf(tag).map(({ name }) => name);
  const reach = known.includes('backend') ? ['backend="https://contracts.example"', CREDENTIALS[as]] : [];
  const about = begin && known.includes('contract-id') ? ['contract-id="ctr_…"'] : [];
  const attributes = [...reach, ...about, ...settingsOf(tag, args)];
  const open = attributes.length > 0 ? `<${tag} ${attributes.join(' ')}>` : `<${tag}>`;
  return `${styleOf(args)}${SCRIPT}\n${open}</${tag}>`;
}
