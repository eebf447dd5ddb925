import * as z from 'zod/mini';
import type { Schema } from './schema.ts';

/** Whether a value is what a schema describes: forms ask this about one field at a time. */
export function fits<T>(schema: Schema<T>, value: unknown): value is T {
  return z.safeParse(schema, value).success;
}
