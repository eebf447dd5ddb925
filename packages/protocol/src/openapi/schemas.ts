import * as z from 'zod/mini';
import * as problems from '../errors.ts';
import * as ids from '../ids.ts';
import * as money from '../money/money.ts';
import * as policy from '../policy.ts';
import * as resources from '../resources/index.ts';
import type { Schema } from '../schema.ts';
import * as text from '../text.ts';
import * as time from '../time.ts';
import type { Descriptions } from './descriptions.ts';

/** A piece of the document. */
export type Json = Record<string, unknown>;

const PLACE = '#/components/schemas/';

/** Turns the protocol's schemas into JSON Schema: named ones once, by reference everywhere else. */
export class Schemas {
  // A registry of its own: naming a schema where it is declared would keep bundlers from leaving it out.
  readonly #names = z.registry<{ id: string }>();
  readonly #descriptions: Descriptions;

  constructor(descriptions: Descriptions) {
    this.#descriptions = descriptions;
    const modules = [ids, time, text, money, policy, problems, resources];
    for (const [name, value] of modules.flatMap((module) => Object.entries<unknown>(module))) {
      if (isSchema(value)) this.#names.add(value, { id: name });
    }
  }

  /** Every named schema. */
  components(): Record<string, Json> {
    const { schemas } = z.toJSONSchema(this.#names, { io: 'input', uri: (name) => PLACE + name });
    return Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => {
        const { [name]: description } = this.#descriptions.schemas;
        return [name, { ...(description && { description }), ...this.#finished(schema, name) }];
      }),
    );
  }

  /** A schema where it is used: a reference when it has a name. */
  use(schema: Schema, owner: string): Json {
    const name = this.#names.get(schema)?.id;
    if (name !== undefined) return { $ref: PLACE + name };
    return this.#finished(z.toJSONSchema(schema, { io: 'input', metadata: this.#names }), owner);
  }

  #finished(schema: object, owner: string): Json {
    const { $schema, $id, $defs, id, ...rest } = schema as Json;
    void [$schema, $id, $defs, id];
    return described(withPlaces(rest), owner, this.#descriptions.fields);
  }
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

function withPlaces(part: Json): Json {
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, placed(key, value)]));
}

function placed(key: string, value: unknown): unknown {
  if (key === '$ref' && typeof value === 'string') return value.replace('#/$defs/', PLACE);
  if (Array.isArray(value)) return value.map((item: unknown) => (isObject(item) ? withPlaces(item) : item));
  return isObject(value) ? withPlaces(value) : value;
}

// Lists, unions and "or null" add nothing to the name of a field: `Contract.milestones.title` is one of an item.
function described(part: Json, path: string, texts: Descriptions['fields']): Json {
  const result: Json = {};
  for (const [key, value] of Object.entries(part)) {
    if (key === 'properties' && isObject(value)) result[key] = describedFields(value, path, texts);
    else if (Array.isArray(value)) {
      result[key] = value.map((item: unknown) => (isObject(item) ? described(item, path, texts) : item));
    } else result[key] = key === 'items' && isObject(value) ? described(value, path, texts) : value;
  }
  return result;
}

function describedFields(fields: Json, path: string, texts: Descriptions['fields']): Json {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const { [`${path}.${name}`]: description } = texts;
      if (!isObject(field)) return [name, field];
      return [name, { ...(description && { description }), ...described(field, `${path}.${name}`, texts) }];
    }),
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
