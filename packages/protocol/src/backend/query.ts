import type * as z from 'zod/mini';
import type { Schema } from '../schema.ts';

type Reader = (values: string[]) => unknown;

/** Reads a query string into what a schema describes: texts stay texts unless the schema asks for something else. */
export type QueryReader = (query: URLSearchParams) => Record<string, unknown>;

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Makes the reader of a schema, once. What cannot be read stays as it came, for the schema to refuse. */
export function queryReader(schema: Schema | undefined): QueryReader {
  const readers = new Map(Object.entries(shapeOf(schema)).map(([name, field]) => [name, fieldReader(field)]));
  return (query) => {
    const input: Record<string, unknown> = {};
    for (const name of new Set(query.keys())) {
      const values = query.getAll(name);
      const value = readers.get(name)?.(values) ?? values[0];
      // Defined, not assigned: "__proto__" is a name like any other here, and the schema refuses it.
      Object.defineProperty(input, name, { value, enumerable: true, configurable: true, writable: true });
    }
    return input;
  };
}

/** The fields an object's schema describes; none where it describes no object. */
export function shapeOf(schema: Schema | undefined): Readonly<Record<string, z.core.$ZodType>> {
  const def = (schema as z.core.$ZodTypes | undefined)?._zod.def;
  return def?.type === 'object' ? def.shape : {};
}

function fieldReader(field: z.core.$ZodType): Reader {
  const def = (field as z.core.$ZodTypes)._zod.def;
  if (def.type === 'optional' || def.type === 'nullable') return fieldReader(def.innerType);
  if (def.type === 'array') {
    const item = fieldReader(def.element);
    return (values) => values.map((value) => item([value]));
  }
  const read = (text: string) => {
    if (def.type === 'number' && NUMBER.test(text)) return Number(text);
    if (def.type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
    return text;
  };
  return (values) => (values.length === 1 ? values.map(read)[0] : values);
}
