/** A piece of JSON Schema. */
export type SchemaObject = Record<string, unknown>;

/** A parameter, or a reference to one. */
export interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: SchemaObject;
}

/** What may be sent or answered, by media type. */
export type Content = Record<string, { schema: SchemaObject; examples?: object }>;

/** One operation as the document tells it, and where. */
export interface OperationObject {
  readonly place: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Record<string, unknown>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { required: boolean; content: Content };
  readonly responses: Record<string, { description: string; headers?: object; content?: Content }>;
}

/** As much of an OpenAPI document as tests look at. */
export interface Document {
  readonly openapi: string;
  readonly info: { version: string };
  readonly servers: readonly { url: string }[];
  readonly tags: readonly { name: string; description?: string }[];
  readonly paths: Record<string, Record<string, Omit<OperationObject, 'place'>>>;
  readonly components: Record<'schemas' | 'securitySchemes', Record<string, SchemaObject>>;
}

/** Every operation of a document. */
export function toldOf({ paths }: Document): OperationObject[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => ({ ...entry, place: `${method.toUpperCase()} ${path}` })),
  );
}

/** What a reference within the document stands for. */
export function resolved(document: Document, reference: string): unknown {
  const steps = reference.replace(/^#\//, '').split('/');
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
}

/** A parameter of an operation by its name, wherever it is written down. */
export function parameterOf(document: Document, { parameters }: OperationObject, name: string): Parameter | undefined {
  return parameters
    .map((parameter) => (parameter.$ref ? (resolved(document, parameter.$ref) as Parameter) : parameter))
    .find((parameter) => parameter.name === name);
}
