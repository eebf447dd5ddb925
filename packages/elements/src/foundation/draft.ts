import { Draft } from '@handsel/core/draft';

/** A storage of the page, or nothing where it is denied. */
function storageOf(place: 'localStorage' | 'sessionStorage'): Storage | undefined {
  try {
    return globalThis[place];
  } catch {
    return undefined;
  }
}

/** A draft that the page keeps, or only this tab; `name` tells forms and backends apart. */
export function pageDraft(name: string, place: 'localStorage' | 'sessionStorage' = 'localStorage'): Draft {
  return new Draft(name, storageOf(place));
}
