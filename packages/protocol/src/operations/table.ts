import * as operations from './index.ts';

type Declared = (typeof operations)[keyof typeof operations];

/** Every operation by its name. */
export type Operations = { [O in Declared as O['name']]: O };

/** The name of an operation: `contracts.send`. */
export type OperationName = keyof Operations;

/** Every operation by its name. Whoever imports it loads the whole protocol: for backends, docs and tests. */
export const OPERATIONS = Object.fromEntries(
  Object.values(operations).map((operation) => [operation.name, operation]),
) as unknown as Operations;

/** Names of operations, in the order of the alphabet. */
export const OPERATION_NAMES: readonly OperationName[] = Object.values(operations)
  .map(({ name }) => name)
  .sort();
