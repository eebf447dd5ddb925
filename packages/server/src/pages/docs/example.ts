import { type ApiDocument, nameOf, type OperationPart, parameterOf, type SchemaPart } from './document-parts.ts';

const TEXTS: Readonly<Record<string, unknown>> = {
  Email: 'kim@arden.example',
  EmailCode: '418206',
  Name: 'Kim Arden',
  Title: 'Website redesign',
  Description: 'Five pages, ready for your editor.',
  TermsText: 'Two rounds of changes are included.',
  Note: 'Everything is on the staging site.',
  RequiredNote: 'The logo on the first page, please larger.',
  Reason: 'We agreed on less work.',
  Token: 'cns_0123456789abcdefghij',
  Sha256: 'a3f1c2d4e5b6978877665544332211000112233445566778899aabbccddeeff0',
  Origin: 'https://vale.example',
  Money: { amount: 120000, currency: 'USD' },
  Price: { amount: 120000, currency: 'USD' },
  Share: { amount: 120000, currency: 'USD' },
  CivilDate: '2026-12-04',
  Instant: '2026-11-23T14:20:00.000Z',
  ContractId: 'ctr_0193a6d8',
  MilestoneId: 'ms_0193a6d8',
  PaymentRequestId: 'prq_0193a6d8',
  MilestoneChangeId: 'mcr_0193a6d8',
  ChargeId: 'chg_0193a6d8',
};

/** A call as one types it into a terminal. */
export function curlOf(
  document: ApiDocument,
  { method, path, serverUrl }: { readonly method: string; readonly path: string; readonly serverUrl: string },
  operation: OperationPart,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(TEXTS[name.charAt(0).toUpperCase() + name.slice(1)]),
  );
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const names = operation.parameters.map((one) => parameterOf(document, one).name);
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${serverUrl}${filled}`,
    operation.security.length > 0 && `-H 'Authorization: Bearer ${credential(operation)}'`,
    names.includes('Idempotency-Key') && `-H 'Idempotency-Key: 3f6c0d0e-8a51-4a0e-9f0b-5a4d'`,
    names.includes('If-Match') && `-H 'If-Match: "7"'`,
    body && `-H 'Content-Type: application/json'`,
    body && `-d '${JSON.stringify(sampleOf(document, body), null, 2)}'`,
  ];
  return lines.filter((line) => typeof line === 'string').join(' \\\n  ');
}

function credential({ security }: OperationPart): string {
  const schemes = security.flatMap((one) => Object.keys(one));
  if (schemes.includes('secretKey')) return '$SECRET_KEY';
  return schemes.includes('publishableKey') ? '$PUBLISHABLE_KEY' : '$SESSION';
}

/** A value that a schema takes; what may be left out is, except where nothing would be left. */
function sampleOf(document: ApiDocument, schema: SchemaPart, name = ''): unknown {
  const { $ref, const: only, enum: words, oneOf, anyOf, properties, items, type } = schema;
  if ($ref !== undefined) {
    const target = nameOf($ref);
    return TEXTS[target] ?? sampleOf(document, document.components.schemas[target] ?? {}, name);
  }
  if (only !== undefined) return only;
  if (words) return words[0];
  const [variant] = oneOf ?? anyOf ?? [];
  if (variant) return sampleOf(document, variant, name);
  if (properties) return objectOf(document, schema);
  if (items) return [sampleOf(document, items)];
  if (name === 'currency') return 'USD';
  return type === 'integer' || type === 'number' ? 1 : type === 'boolean' ? true : 'text';
}

function objectOf(document: ApiDocument, { properties = {}, required = [] }: SchemaPart): unknown {
  const chosen = Object.entries(properties).filter(([name]) => required.length === 0 || required.includes(name));
  return Object.fromEntries(chosen.map(([name, part]) => [name, sampleOf(document, part, name)]));
}
