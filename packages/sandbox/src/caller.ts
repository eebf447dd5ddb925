import { type InputOf, type OutputOf, type Problem, wireParts } from '@handsel/protocol';
import { type OperationName, OPERATIONS, type Operations } from '@handsel/protocol/backend';

/** Makes calls as a client over the wire does, one operation at a time. */
export class Caller {
  readonly #fetch: (request: Request) => Promise<Response>;
  readonly #newKey: () => string;

  constructor(fetch: (request: Request) => Promise<Response>, newKey: () => string) {
    this.#fetch = fetch;
    this.#newKey = newKey;
  }

  /** @throws {Error} with the operation and the code when the backend refuses. */
  async call<Name extends OperationName>(
    name: Name,
    input: InputOf<Operations[Name]>,
    token: string,
  ): Promise<OutputOf<Operations[Name]>> {
    const response = await this.#fetch(this.#request(name, input, token));
    if (response.ok) return (await response.json()) as OutputOf<Operations[Name]>;
    const { code, detail, errors } = (await response.json()) as Problem;
    throw new Error(`${name} was refused (${code}): ${detail ?? ''} ${JSON.stringify(errors ?? [])}`);
  }

  #request(name: OperationName, input: object, token: string): Request {
    const { method } = OPERATIONS[name];
    const { address, body } = wireParts(OPERATIONS[name], { ...input });
    return new Request(`https://backend.invalid${address}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(method !== 'GET' && { 'Idempotency-Key': this.#newKey() }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
  }
}
