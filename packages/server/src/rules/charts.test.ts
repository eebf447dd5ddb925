import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '@handsel/protocol';
import type { Doer } from './chart.ts';
import { edgesOf, NOWHERE, SAME } from './chart.ts';
import type { CommandName } from './command.ts';
import { CONTRACT_CHART } from './contract-chart.ts';
import { decide } from './decide.ts';
import { DOERS, sampleOf } from './testing/samples.ts';
import { STAGE_NAMES, stageOf } from './testing/stages.ts';

const COMMANDS = [...new Set(CONTRACT_CHART.edges.map(({ command }) => command))].filter(
  (name): name is CommandName => !['contracts.create', 'contractRequests.create', 'contracts.discard'].includes(name),
);

/** The status a command leads to from each stage, or the code of the refusal. */
function outcomes(command: CommandName, role: Doer) {
  return STAGE_NAMES.map((stage) => {
    const play = stageOf(stage);
    const before = play.contract;
    try {
      const { contract } = decide(before, sampleOf(play, command), play.context(role));
      return { stage, from: before.status, to: contract.status, code: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { stage, from: before.status, to: null, code: error.code };
    }
  });
}

describe('the chart of a contract', () => {
  it('has a stage for every state, so that no state goes untested', () => {
    const walked = new Set(STAGE_NAMES.map((stage) => stageOf(stage).contract.status));
    assert.deepEqual([...walked].sort(), [...CONTRACT_CHART.states].sort());
  });

  for (const command of COMMANDS) {
    const rows = edgesOf(CONTRACT_CHART, command);

    for (const { from, by, to } of rows) {
      for (const role of by) {
        it(`lets the ${role} do ${command} where the contract is ${from.join(' or ')}`, () => {
          const done = outcomes(command, role).filter(({ code }) => code === null);
          for (const state of from) {
            const here = done.filter((outcome) => outcome.from === state);
            assert.notEqual(here.length, 0, `from ${state}`);
            for (const outcome of here) {
              const reached = outcome.to === state && to.includes(SAME) ? SAME : outcome.to;
              assert.ok(reached !== null && to.includes(reached), `${outcome.stage} leads to ${outcome.to}`);
            }
          }
        });
      }
    }

    it(`refuses ${command} everywhere else and to everybody else`, () => {
      for (const role of DOERS) {
        for (const { stage, from, code } of outcomes(command, role)) {
          const known = rows.filter(({ by }) => by.includes(role));
          if (known.some((row) => row.from.includes(from))) continue;
          const expected = known.length === 0 ? ['WRONG_ROLE'] : ['WRONG_STATE', 'NOT_ACTIVE', 'DISPUTE_OPEN'];
          assert.ok(code !== null && expected.includes(code), `${stage}, ${role}: ${code}`);
        }
      }
    });
  }

  it('leads out of no state that is final, but to itself', () => {
    for (const { from, command } of CONTRACT_CHART.edges) {
      for (const state of from) {
        assert.ok(state === NOWHERE || !CONTRACT_CHART.final.includes(state), `${command} from ${state}`);
      }
    }
  });
});
