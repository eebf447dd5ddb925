interface Branch<T> {
  readonly words: Map<string, Branch<T>>;
  readonly methods: Map<string, T>;
  id?: Branch<T>;
}

/** What stands at an address: by method, and the words in the place of ids. */
export interface Match<T> {
  readonly methods: ReadonlyMap<string, T>;
  readonly ids: readonly string[];
}

const branch = <T>(): Branch<T> => ({ words: new Map(), methods: new Map() });

/** Finds what stands at a path, in as many steps as the path has segments. */
export class Router<T> {
  readonly #root = branch<T>();

  /** Puts something at a path such as `/v1/contracts/:contractId`. */
  add(method: string, path: string, target: T): void {
    let at = this.#root;
    for (const segment of path.slice(1).split('/')) {
      const next = segment.startsWith(':') ? at.id : at.words.get(segment);
      const child = next ?? branch<T>();
      if (segment.startsWith(':')) at.id = child;
      else at.words.set(segment, child);
      at = child;
    }
    if (at.methods.has(method)) throw new TypeError(`Two operations are ${method} ${path}.`);
    at.methods.set(method, target);
  }

  /** What stands at the path of an address. */
  find(pathname: string): Match<T> | undefined {
    const ids: string[] = [];
    let at: Branch<T> | undefined = this.#root;
    for (const segment of pathname.slice(1).split('/')) {
      const word: Branch<T> | undefined = at.words.get(segment);
      if (!word) ids.push(segment);
      at = word ?? at.id;
      if (!at) return undefined;
    }
    return at.methods.size === 0 ? undefined : { methods: at.methods, ids };
  }
}
