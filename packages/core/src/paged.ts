import type { Page } from '@handsel/protocol';

/**
 * A list that is read page by page: `await` it for the first page, or `for await` its items over all pages.
 * Nothing is asked before one of the two is done; the first page is asked for once.
 */
export class Paged<T> implements PromiseLike<Page<T>>, AsyncIterable<T> {
  readonly #read: (cursor: string | undefined) => Promise<Page<T>>;
  #first: Promise<Page<T>> | undefined;

  constructor(read: (cursor: string | undefined) => Promise<Page<T>>) {
    this.#read = read;
  }

  /** The first page; `next` is the cursor of the following one. */
  then<Done = Page<T>, Failed = never>(
    done?: ((page: Page<T>) => Done | PromiseLike<Done>) | null,
    failed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null,
  ): Promise<Done | Failed> {
    return this.#start().then(done, failed);
  }

  /** As of a promise. */
  catch<Failed = never>(failed?: ((error: unknown) => Failed | PromiseLike<Failed>) | null): Promise<Page<T> | Failed> {
    return this.#start().catch(failed);
  }

  /** As of a promise. */
  finally(done?: (() => void) | null): Promise<Page<T>> {
    return this.#start().finally(done);
  }

  /** All items, asking for the next page when the last one is used up. */
  async *[Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    let page = await this.#start();
    for (;;) {
      yield* page.data;
      if (page.next === null) return;
      page = await this.#read(page.next);
    }
  }

  #start(): Promise<Page<T>> {
    return (this.#first ??= this.#read(undefined));
  }
}
