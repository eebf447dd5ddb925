import { DESCRIPTIONS, type Descriptions } from './openapi/descriptions.ts';
import { operationObject } from './openapi/operation-object.ts';
import { HEADER_PARAMETERS } from './openapi/parameters.ts';
import { ANSWER_HEADERS, problemExamples } from './openapi/responses.ts';
import { type Json, Schemas } from './openapi/schemas.ts';
import { securitySchemes } from './openapi/security.ts';
import { tags } from './openapi/tags.ts';
import { OPERATION_NAMES, OPERATIONS } from './operations/table.ts';

export { DESCRIPTIONS, type Descriptions } from './openapi/descriptions.ts';
export { refusalsOf } from './openapi/refusals.ts';

/** What the document says beside the operations. */
export interface OpenApiOptions {
  /** Where the backend is, without `/v1`; the address of the document when left out. */
  serverUrl?: string;
  /** The version of the backend that serves it. */
  version?: string;
  /** Texts for people; those of the protocol when left out. */
  descriptions?: Descriptions;
}

const ABOUT =
  'Direct contracts between a freelancer and a client: written, signed, funded into escrow, worked on, paid.\n\n' +
  'Refusals are problem details (RFC 9457) with a `code` to branch on. Answers may gain fields, and open lists gain ' +
  'words: ignore what you do not know. Requests may not: a field nobody asked for is refused.';

/** The OpenAPI 3.1 document of every operation, made from the same table as clients and backends. */
export function openApi(options: OpenApiOptions = {}): object {
  const { serverUrl = '/', version = '1', descriptions = DESCRIPTIONS } = options;
  const schemas = new Schemas(descriptions);
  const paths: Record<string, Json> = {};
  for (const name of OPERATION_NAMES) {
    const { [name]: operation } = OPERATIONS;
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: operationObject(name, schemas, descriptions),
    };
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Handsel', version, description: ABOUT, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: serverUrl }],
    tags: tags(),
    paths,
    components: {
      schemas: schemas.components(),
      parameters: HEADER_PARAMETERS,
      headers: ANSWER_HEADERS,
      examples: problemExamples(),
      securitySchemes: securitySchemes(serverUrl),
    },
  };
}
