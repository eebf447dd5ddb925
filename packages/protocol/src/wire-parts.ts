import type { Operation } from './operation.ts';

/** What a flat input comes to over the wire. */
export interface WireParts {
  /** Path and query, below the backend's own address. */
  readonly address: string;
  /** JSON; nothing where the operation takes none. */
  readonly body: string | undefined;
}

/** Splits a flat input into path, query and body. @throws {TypeError} that names an id which is missing or none. */
export function wireParts(
  { method, path, input: takesInput }: Pick<Operation, 'method' | 'path' | 'input'>,
  input: Readonly<Record<string, unknown>>,
): WireParts {
  const ids = new Set<string>();
  const filled = path.replaceAll(/:(\w+)/g, (_, id: string) => {
    const value = input[id];
    ids.add(id);
    // Dots alone would climb to another address.
    if (typeof value === 'string' && !/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    throw new TypeError(`"${id}" is no id`);
  });
  const rest = Object.entries(input).filter(([field]) => !ids.has(field));
  if (method === 'GET') return { address: filled + query(rest), body: undefined };
  return { address: filled, body: takesInput && JSON.stringify(Object.fromEntries(rest)) };
}

function query(fields: readonly (readonly [string, unknown])[]): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of fields) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) parameters.append(name, String(item));
    }
  }
  return parameters.size === 0 ? '' : `?${parameters}`;
}
