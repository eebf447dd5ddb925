import type { SafeHtml } from '../html.ts';
import { html } from '../html.ts';

/** JSON Schema, as far as the document uses it. */
export interface SchemaPart {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly required?: readonly string[];
  readonly items?: SchemaPart;
  readonly enum?: readonly (string | number)[];
  readonly const?: string | number | boolean;
  readonly oneOf?: readonly SchemaPart[];
  readonly anyOf?: readonly SchemaPart[];
  readonly additionalProperties?: SchemaPart | boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A parameter of a call: in the path, the query or a header. */
export interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: SchemaPart;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: SchemaPart }>>;
}

/** One call. */
export interface OperationPart {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly Readonly<Record<string, unknown>>[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}

/** The OpenAPI document, as far as the reference shows it. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationPart>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaPart>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>;
  };
}

/** The name a reference ends in: `Contract`. */
export function nameOf(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** A parameter itself, also where it is only referred to. */
export function parameterOf(document: ApiDocument, parameter: Parameter): Parameter {
  const { $ref } = parameter;
  return $ref === undefined ? parameter : (document.components.parameters[nameOf($ref)] ?? parameter);
}

/** Text of the document: what stands between backquotes is code, an empty line ends a paragraph. */
export function textOf(text: string): SafeHtml[] {
  return text.split('\n\n').map((paragraph) => html`<p>${codeIn(paragraph)}</p>`);
}

/** Text with code in it, within a line. */
export function codeIn(text: string): (string | SafeHtml)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
