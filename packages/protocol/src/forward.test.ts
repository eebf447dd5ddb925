import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Problem } from './errors.ts';
import { fits } from './fits.ts';
import { Contract } from './resources/contract.ts';
import { ContractEvent } from './resources/event.ts';
import { Session } from './resources/session.ts';
import { contractOf, eventOf, sessionOf } from './testing/samples.ts';

/** The same value with a field more in every object of it, as a newer backend may answer. */
function newer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(newer);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, item]): [string, unknown] => [name, newer(item)]);
  return { ...Object.fromEntries(fields), newField: { of: 'a newer backend' } };
}

describe('a client of today, at a backend of tomorrow', () => {
  it('understands answers that say more than it knows, wherever they do', () => {
    assert.ok(fits(Contract, contractOf()));
    // Its keys are currencies, so a field more would be a currency more.
    const { policy } = contractOf();
    const more = {
      ...(newer(contractOf()) as object),
      policy: { ...policy, newRule: 5, fees: { ...policy.fees, newFee: 1 } },
    };
    assert.ok(fits(Contract, more));
    assert.ok(fits(Session, newer(sessionOf())));
    assert.ok(fits(ContractEvent, newer(eventOf(1))));
  });

  it('understands events of kinds it does not know', () => {
    assert.ok(fits(ContractEvent, { ...eventOf(1, 'contract.danced'), data: { partner: { name: 'Kit' } } }));
  });

  it('understands actions, reasons and next steps it does not know', () => {
    const actions = [{ name: 'contracts.dance', allowed: false, hosted: false, reason: 'NO_MUSIC' }];
    const next = { by: 'client', action: 'contracts.dance', milestoneId: null, until: null } as const;
    assert.ok(fits(Contract, contractOf({ actions, next })));
  });

  it('understands refusals with codes it does not know', () => {
    assert.ok(fits(Problem, { type: 'about:blank', title: 'I am a teapot', status: 418, code: 'TEAPOT', pot: 'tea' }));
  });

  it('understands nothing that would change what money does', () => {
    assert.equal(fits(Contract, { ...contractOf(), status: 'half_paid' }), false);
    assert.equal(fits(Contract, { ...contractOf(), figures: { ...contractOf().figures, paid: undefined } }), false);
  });
});
