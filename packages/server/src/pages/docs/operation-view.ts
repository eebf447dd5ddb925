import { html, type SafeHtml } from '../html.ts';
import {
  type ApiDocument,
  codeIn,
  nameOf,
  type OperationPart,
  parameterOf,
  type SchemaPart,
  textOf,
} from './document-parts.ts';
import { curlOf } from './example.ts';
import { fieldsOf, parametersOf, typeOf } from './schema-view.ts';

/** One call, with its place. */
export interface PlacedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: OperationPart;
}

/** Everything about one call: what it does, who may make it, what goes in, what comes out, how it refuses. */
export function operationSection(document: ApiDocument, placed: PlacedOperation, serverUrl: string): SafeHtml {
  const { method, path, operation } = placed;
  const parameters = operation.parameters.map((one) => parameterOf(document, one));
  const body = operation.requestBody?.content?.['application/json']?.schema;
  return html`<section id="${operation.operationId}" class="api-operation">
    <h3><code>${operation.operationId}</code></h3>
    <p class="api-line"><b>${method}</b> <code>${path}</code></p>
    ${textOf(operation.description)}
    ${
      parameters.length > 0 &&
      html`<h4>Parameters</h4>
        ${parametersOf(document, parameters)}`
    }
    ${
      body &&
      html`<h4>Body</h4>
        ${bodyOf(document, body)}`
    }
    <h4>Answer</h4>
    ${answers(operation)}
    <details>
      <summary>Refusals</summary>
      <ul class="api-refusals">
        ${refusals(operation)}
      </ul>
    </details>
    <details>
      <summary>Example</summary>
      <pre tabindex="0"><code>${curlOf(document, { method, path, serverUrl }, operation)}</code></pre>
    </details>
  </section>`;
}

function bodyOf(document: ApiDocument, schema: SchemaPart): SafeHtml {
  const { $ref } = schema;
  const named = $ref === undefined ? undefined : document.components.schemas[nameOf($ref)];
  return html`${named && html`<p>${typeOf(schema)}</p>`}${fieldsOf(document, named ?? schema)}`;
}

function answers({ responses }: OperationPart): SafeHtml[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) < 400)
    .map(([status, { description, content }]) => {
      const [type, found] = Object.entries(content ?? {})[0] ?? [];
      const stream = type === 'text/event-stream' ? codeIn(found?.schema.description ?? '') : undefined;
      const page = found?.schema.properties?.data;
      return html`<p>
        <code>${status}</code> ${
          stream ??
          (page
            ? html`a page: ${typeOf(page)} in <code>data</code>, and <code>next</code>`
            : found
              ? typeOf(found.schema)
              : description)
        }
      </p>`;
    });
}

function refusals({ responses }: OperationPart): SafeHtml[] {
  return Object.entries(responses)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, { description }]) =>
      description.split('\n\n').map((line) => html`<li><code>${status}</code> ${codeIn(line)}</li>`),
    );
}
