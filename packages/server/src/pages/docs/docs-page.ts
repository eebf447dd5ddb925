import { html, type SafeHtml } from '../html.ts';
import type { Page } from '../visit.ts';
import { type ApiDocument, textOf } from './document-parts.ts';
import { operationSection, type PlacedOperation } from './operation-view.ts';
import { schemaSection } from './schema-view.ts';

/** The reference of the API, from the same document that machines read. */
export function docsPage(openApi: object, serverUrl: string): Page {
  // Made by the protocol's own `openApi`, whose parts these types name.
  const document = openApi as ApiDocument;
  const operations = placedOperations(document);
  const schemas = Object.entries(document.components.schemas);
  const groups = document.tags.map(({ name, description }) => ({
    name,
    description,
    operations: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
  const names = schemas.map(([name]) => name);
  const body = html`<div class="api">
    <nav aria-label="Reference">${contents(groups, names)}</nav>
    <div>
      ${introduction(document, serverUrl)}
      ${groups.map(
        ({ name, description, operations: own }) =>
          html`<section id="group-${name}">
            <h2>${titleOf(name)}</h2>
            <p>${description}</p>
            ${own.map((placed) => operationSection(document, placed, serverUrl))}
          </section>`,
      )}
      <section id="objects">
        <h2>Objects</h2>
        ${schemas.map(([name, schema]) => schemaSection(document, name, schema))}
      </section>
    </div>
  </div>`;
  return { name: null, title: 'API reference', body };
}

function introduction({ info, components }: ApiDocument, serverUrl: string): SafeHtml {
  const schemes = Object.entries(components.securitySchemes);
  return html`<h1>${info.title} API</h1>
    ${textOf(info.description)}
    <p>
      The same as a document for machines: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1). All addresses are
      below <code>${serverUrl}</code>.
    </p>
    <section id="credentials">
      <h2>Credentials</h2>
      <dl class="api-fields">
        ${schemes.map(
          ([name, { description }]) =>
            html`<div>
              <dt><code>${name}</code></dt>
              <dd>${textOf(description)}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
}

// `contractRequests` as people write it: "Contract requests".
function titleOf(group: string): string {
  const words = group.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function placedOperations({ paths }: ApiDocument): PlacedOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

interface Group {
  readonly name: string;
  readonly operations: readonly PlacedOperation[];
}

function contents(groups: readonly Group[], schemas: readonly string[]): SafeHtml {
  return html`<a href="#credentials">Credentials</a>${groups.map(
      ({ name, operations }) =>
        html`<details>
          <summary>${titleOf(name)}</summary>
          <ul>
            ${operations.map(
              ({ operation: { operationId } }) =>
                html`<li><a href="#${operationId}">${operationId.slice(name.length + 1)}</a></li>`,
            )}
          </ul>
        </details>`,
    )}
    <details>
      <summary>Objects</summary>
      <ul>
        ${schemas.map((name) => html`<li><a href="#${name}">${name}</a></li>`)}
      </ul>
    </details>`;
}
