import assert from 'node:assert/strict';
import { type OperationName, OPERATIONS } from '@handsel/protocol/backend';
import { openApi } from '@handsel/protocol/openapi';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Shape } from './shapes.ts';

type Json = Readonly<Record<string, unknown>>;

const DOCUMENT = openApi() as Json;

/** What a `$ref` of the document names. */
export function documented(ref: string): Shape {
  const parts = ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>((at, part) => (at as Json)[part], DOCUMENT) as Shape;
}

/** Where an operation stands in the document. */
export function placeOf(name: OperationName): string {
  const { path, method } = OPERATIONS[name];
  const key = path.replaceAll(/:(\w+)/g, '{$1}').replaceAll('/', '~1');
  return `#/paths/${key}/${method.toLowerCase()}`;
}

/** Holds answers against the document that describes them. */
export class Answers {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false });
  readonly #known = new Map<string, ValidateFunction>();

  constructor() {
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(DOCUMENT, 'handsel');
  }

  /** Checks status, type and body; answers the problem's code, if it is one. */
  async check(name: OperationName, request: Request, response: Response): Promise<string> {
    const { status } = response;
    const told = `${request.method} ${new URL(request.url).pathname.slice(0, 200)} → ${status}`;
    assert.ok(status < 500, told);
    assert.match(response.headers.get('request-id') ?? '', /^req_/);
    const type = response.headers.get('content-type');
    if (type === 'text/event-stream') {
      await response.body?.cancel();
      return '';
    }
    const text = await response.text();
    if (request.method === 'HEAD' || status === 304 || status === 204) {
      assert.equal(text, '');
      return '';
    }
    assert.equal(type, status < 400 ? 'application/json' : 'application/problem+json', told);
    const body: unknown = JSON.parse(text);
    this.#hold(name, status, type, body, told);
    return status < 400 ? '' : (body as { code: string }).code;
  }

  #hold(name: OperationName, status: number, type: string, body: unknown, told: string): void {
    // An address that leads elsewhere, through a slash or dots in an id, is answered as no operation's.
    if (status === 404 || status === 405) return;
    const place = `${placeOf(name)}/responses/${status}/content/${type.replace('/', '~1')}/schema`;
    let validate = this.#known.get(place);
    if (!validate) this.#known.set(place, (validate = this.#ajv.compile({ $ref: `handsel${place}` })));
    assert.ok(
      validate(body),
      `${told}: ${this.#ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 2000)}`,
    );
  }
}
