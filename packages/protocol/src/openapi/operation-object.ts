import { shapeOf } from '../backend/query.ts';
import { fits } from '../fits.ts';
import type { Operation } from '../operation.ts';
import { type OperationName, OPERATIONS } from '../operations/table.ts';
import { type Descriptions, firstSentence } from './descriptions.ts';
import { parametersOf } from './parameters.ts';
import { responsesOf } from './responses.ts';
import type { Json, Schemas } from './schemas.ts';
import { securityOf } from './security.ts';
import { tagOf } from './tags.ts';

/** One call as the document tells it. */
export function operationObject(name: OperationName, schemas: Schemas, descriptions: Descriptions): Json {
  const operation: Operation = OPERATIONS[name];
  const { callers, method, input } = operation;
  const { [name]: text } = descriptions.operations;
  const hasVersion = isVersioned(operation);
  const body = method !== 'GET' && input && schemas.use(input, name);
  return {
    operationId: name,
    tags: [tagOf(name)],
    summary: text === undefined ? name : firstSentence(text),
    description: [text, gateText(operation)].filter((part) => part !== undefined).join('\n\n'),
    security: securityOf(callers),
    parameters: parametersOf(operation, schemas, hasVersion),
    ...(body && {
      requestBody: { required: !fits(input, {}), content: { 'application/json': { schema: body } } },
    }),
    responses: responsesOf(operation, schemas, hasVersion),
  };
}

function gateText({ callers, roles, money }: Operation): string {
  const who = `Callers: ${callers.map((caller) => `\`${caller}\``).join(', ')}.`;
  const side = roles && ` For the ${roles.join(' and the ')} only.`;
  return `${who}${side ?? ''}${money ? ' Moves money, or binds somebody to pay.' : ''}`;
}

function isVersioned({ kind = 'one', output }: Operation): boolean {
  return kind === 'one' && 'version' in shapeOf(output);
}
