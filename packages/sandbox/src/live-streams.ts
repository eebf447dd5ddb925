/** Streams of events that can be broken off from outside, as a lost connection does. */
export class LiveStreams {
  readonly #breaks = new Set<() => void>();

  /** The same answer; when it is a stream, one that can break off. */
  through(answer: Response): Response {
    const { body, headers } = answer;
    if (!body || headers.get('Content-Type')?.startsWith('text/event-stream') !== true) return answer;
    return new Response(this.#breakable(body.getReader()), answer);
  }

  /** Breaks off all that are open. */
  breakOff(): void {
    for (const breakOff of this.#breaks) breakOff();
    this.#breaks.clear();
  }

  #breakable(reader: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
    const breaks = this.#breaks;
    let breakOff = () => {};
    return new ReadableStream<Uint8Array>({
      start(controller) {
        breakOff = () => {
          controller.error(new TypeError('network error'));
          void reader.cancel();
        };
        breaks.add(breakOff);
      },
      async pull(controller) {
        const { done, value } = await reader.read();
        if (!breaks.has(breakOff)) return;
        if (!done) return controller.enqueue(value);
        breaks.delete(breakOff);
        controller.close();
      },
      cancel() {
        breaks.delete(breakOff);
        return reader.cancel();
      },
    });
  }
}
