import fc from 'fast-check';

/** A JSON schema, as far as the OpenAPI document uses it. */
export interface Shape {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Finds what `$ref` names. */
export type Lookup = (ref: string) => Shape;

/** Makes values of a shape. Where a text must match a pattern, words that do are taken from the scene's own. */
export class Maker {
  readonly #lookup: Lookup;
  readonly #words: readonly string[];

  constructor(lookup: Lookup, words: readonly string[]) {
    this.#lookup = lookup;
    this.#words = words;
  }

  /** Values that the schema takes; whether the rules take them is another question. */
  of(shape: Shape): fc.Arbitrary<unknown> {
    if (shape.$ref !== undefined) return this.of(this.#lookup(shape.$ref));
    if ('const' in shape) return fc.constant(shape.const);
    if (shape.enum) return fc.constantFrom(...shape.enum);
    const choices = shape.oneOf ?? shape.anyOf ?? shape.allOf;
    if (choices) return fc.oneof(...choices.map((choice) => this.of(choice)));
    const types = typeof shape.type === 'string' ? [shape.type] : (shape.type ?? ['object']);
    return fc.oneof(...types.map((type) => this.#typed(type, shape)));
  }

  #typed(type: string, shape: Shape): fc.Arbitrary<unknown> {
    switch (type) {
      case 'null':
        return fc.constant(null);
      case 'boolean':
        return fc.boolean();
      case 'integer':
      case 'number':
        return this.#number(shape);
      case 'string':
        return this.#text(shape);
      case 'array':
        return fc.array(this.of(shape.items ?? {}), { minLength: shape.minItems ?? 0, maxLength: 4 });
      default:
        return this.#record(shape);
    }
  }

  #record({ properties = {}, required = [] }: Shape): fc.Arbitrary<unknown> {
    const fields = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, this.of(field)]));
    return fc.record(fields, { requiredKeys: [...required] });
  }

  #number({ minimum = 0, maximum = 1_000_000 }: Shape): fc.Arbitrary<number> {
    const likely = [0, 1, 500, 500_00, 100_00].filter((number) => number >= minimum && number <= maximum);
    const any = fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) });
    return likely.length === 0 ? any : fc.oneof(any, fc.constantFrom(...likely));
  }

  #text({ pattern, minLength = 0, maxLength = 200 }: Shape): fc.Arbitrary<string> {
    const fits = new RegExp(pattern ?? '', 'u');
    const takes = (text: string) => text.length >= minLength && [...text].length <= maxLength && fits.test(text);
    const words = this.#words.filter(takes);
    const free = fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) });
    // Free text nearly never fits a narrow pattern.
    const isNarrow = pattern !== undefined && !takes('ordinary words');
    if (isNarrow && words.length === 0) throw new Error(`The scene has no word that fits ${pattern}.`);
    if (words.length === 0) return free.filter(takes);
    return isNarrow ? fc.constantFrom(...words) : fc.oneof(fc.constantFrom(...words), free.filter(takes));
  }
}
