import { html, type Piece, type SafeHtml } from '../html.ts';
import { type ApiDocument, codeIn, nameOf, type Parameter, type SchemaPart, textOf } from './document-parts.ts';

interface FieldLine {
  readonly name: string;
  readonly schema: SchemaPart;
  readonly required: boolean;
  readonly description?: string | undefined;
}

/** The fields of an object, those of nested ones below them. */
export function fieldsOf(document: ApiDocument, schema: SchemaPart): SafeHtml {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants?.some(({ properties }) => properties)) {
    return html`<p>One of these:</p>
      ${variants.map((one) => html`<div class="variant">${fieldsOf(document, one)}</div>`)}`;
  }
  const lines = Object.entries(schema.properties ?? {}).map(([name, part]) => ({
    name,
    schema: part,
    required: schema.required?.includes(name) ?? false,
    description: part.description,
  }));
  return lines.length > 0 ? list(document, lines) : html``;
}

/** Parameters of a call, by where they stand. */
export function parametersOf(document: ApiDocument, parameters: readonly Parameter[]): SafeHtml {
  return list(
    document,
    parameters.map(({ name, schema, required = false, description }) => ({ name, schema, required, description })),
  );
}

function list(document: ApiDocument, lines: readonly FieldLine[]): SafeHtml {
  return html`<dl class="api-fields">
    ${lines.map(({ name, schema, required, description }) => {
      const inner = schema.properties ?? schema.items?.properties;
      return html`<div>
        <dt><code>${name}</code> <span class="soft">${typeOf(schema)}${!required && ', optional'}</span></dt>
        <dd>
          ${description && codeIn(description)}${limits(document, schema)}${
            inner && fieldsOf(document, schema.properties ? schema : (schema.items ?? {}))
          }
        </dd>
      </div>`;
    })}
  </dl>`;
}

/** What a value is, in a few words; named things lead to what is said of them. */
export function typeOf(schema: SchemaPart): Piece {
  const { $ref, type, items, enum: words, const: only, oneOf, anyOf, additionalProperties } = schema;
  if ($ref !== undefined) return html`<a href="#${nameOf($ref)}">${nameOf($ref)}</a>`;
  if (only !== undefined) return html`<code>${JSON.stringify(only)}</code>`;
  if (words) return words.map((word, index) => html`${index > 0 && ' | '}<code>${word}</code>`);
  const variants = oneOf ?? anyOf;
  if (variants) return variants.map((one, index) => html`${index > 0 && ' or '}${typeOf(one)}`);
  if (items) return html`list of ${typeOf(items)}`;
  if (typeof additionalProperties === 'object') return html`object of ${typeOf(additionalProperties)}`;
  return typeof type === 'string' ? type : (type ?? ['anything']).join(' or ');
}

// The limits of a named schema stand where it is used: nobody looks up how long a title may be.
function limits(document: ApiDocument, schema: SchemaPart): SafeHtml | false {
  const named = schema.$ref === undefined ? undefined : document.components.schemas[nameOf(schema.$ref)];
  const { minLength, maxLength, minItems, maxItems, minimum, maximum, format } = named ?? schema;
  const words = [
    format && `format ${format}`,
    range(minLength, maxLength, 'characters'),
    range(minItems, maxItems, 'items'),
    range(safe(minimum), safe(maximum), ''),
  ].filter(Boolean);
  return words.length > 0 && html` <span class="soft">${words.join(', ')}</span>`;
}

// What every whole number keeps to is no limit of a field.
function safe(limit: number | undefined): number | undefined {
  return limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER ? undefined : limit;
}

function range(least: number | undefined, most: number | undefined, what: string): string {
  if (least === undefined && most === undefined) return '';
  if (most === undefined) return `at least ${least} ${what}`.trim();
  return (least === undefined || least === 0 ? `at most ${most} ${what}` : `${least} to ${most} ${what}`).trim();
}

/** One named object of the API. */
export function schemaSection(document: ApiDocument, name: string, schema: SchemaPart): SafeHtml {
  return html`<section id="${name}">
    <h3>${name}</h3>
    ${schema.description && textOf(schema.description)}${
      !schema.properties &&
      !schema.oneOf &&
      html`<p class="soft">${typeOf({ ...schema })}${limits(document, schema)}</p>`
    }${fieldsOf(document, schema)}
  </section>`;
}
