import type * as z from 'zod/mini';

/** A schema whose wire form is its parsed form: what comes in is what goes out, so JSON Schema can say it whole. */
export type Schema<T = unknown> = z.core.$ZodType<T, T>;
