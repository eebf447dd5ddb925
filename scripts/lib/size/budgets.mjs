/** What a page may be asked to load before anything happens, in bytes of gzip -9. A budget moves in a commit of its own. */
export const BUDGETS = [
  {
    name: 'contract form, first load',
    most: 20_000,
    code: `import '@handsel/elements/define/contract-form.js';`,
  },
  {
    name: 'request payment, first load',
    most: 10_000,
    code: `import '@handsel/elements/define/request-payment.js';`,
  },
  {
    name: 'one operation with its client',
    most: 16_000,
    code: `import { connect } from '@handsel/core/call';
import { createContractRequest } from '@handsel/protocol/operations';
export const ask = (input) => connect({ backend: 'https://contracts.invalid' })(createContractRequest, input);`,
    only: 'contractRequests.create',
  },
  {
    name: 'all of core',
    most: 22_000,
    code: `export * from '@handsel/core';`,
  },
];
