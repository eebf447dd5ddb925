import manifest from '@handsel/elements/custom-elements.json' with { type: 'json' };

/** One line of the manifest. */
export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
}

/** An attribute, and the property it sets. */
export interface Attribute extends Described {
  readonly fieldName: string;
}

interface Member extends Described {
  readonly kind: string;
  readonly attribute?: string;
}

/** What the manifest says about one element. */
export interface Declaration extends Described {
  readonly tagName?: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
}

const declarations = (manifest.modules as readonly { readonly declarations: readonly Declaration[] }[]).flatMap(
  (module) => module.declarations,
);

/** Every tag there is. */
export const TAGS: readonly string[] = declarations.flatMap(({ tagName }) => tagName ?? []);

/** What the manifest says about an element. */
export function declarationOf(tag: string): Declaration | undefined {
  return declarations.find(({ tagName }) => tagName === tag);
}

/** The attributes of an element. */
export function attributesOf(tag: string): readonly Attribute[] {
  return declarationOf(tag)?.attributes ?? [];
}
