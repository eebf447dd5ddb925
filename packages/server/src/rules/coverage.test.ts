import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Chart, type Edge, NOWHERE, SAME } from './chart.ts';
import type { Command } from './command.ts';
import { CONTRACT_CHART } from './contract-chart.ts';
import { diagramOf } from './diagram.ts';
import { MILESTONE_CHART } from './milestone-chart.ts';
import { PAYMENT_REQUEST_CHART } from './payment-request-chart.ts';
import { seen } from './testing/checks.ts';
import { refusalOf, walk, walks } from './testing/walk.ts';
import { DOERS, sampleOf } from './testing/samples.ts';
import { STAGE_NAMES, stageOf } from './testing/stages.ts';
import { Play } from './testing/play.ts';

// Made outside of a contract's life, or thrown away there: no command of a play makes these moves.
const OUTSIDE = new Set(['contracts.create', 'contractRequests.create', 'contracts.discard']);

/** The ends of a row that no play has ever reached from any of its starts. */
function unseen<State extends string>(chart: Chart<State>, row: Edge<State>): string[] {
  const reached = (from: string, to: string) => seen.has(`${chart.name}: ${from} --${row.command}--> ${to}`);
  const starts = row.from.filter((from) => !row.to.some((to) => reached(from, to === SAME ? from : to)));
  const ends = row.to.filter((to) => !row.from.some((from) => reached(from, to === SAME ? from : to)));
  return [...starts.map((from) => `from ${from}`), ...ends.map((to) => `to ${to}`)].map(
    (gap) => `${chart.name}: ${row.command} ${gap}`,
  );
}

/** A command, and the same with less money in it. */
function variantsOf(command: Command): Command[] {
  if (command.name === 'contracts.endByClient') return [command, { ...command, pay: 0 }];
  if (command.name !== 'milestones.approve') return [command];
  const half = { ...command, amount: Math.floor(command.amount / 2), underpaymentReason: 'Not all of it.' };
  return [command, { ...command, end: true }, { ...half, end: true }, half];
}

describe('the charts say no more than happens', () => {
  it('has made every move of every chart in some play', () => {
    for (const stage of STAGE_NAMES) {
      for (const { command } of CONTRACT_CHART.edges) {
        if (OUTSIDE.has(command)) continue;
        for (const role of DOERS) {
          const play = stageOf(stage);
          const sample = sampleOf(play, command as Parameters<typeof sampleOf>[1]);
          for (const variant of variantsOf(sample)) {
            const here = play.fork();
            if (refusalOf(here, role, variant) === null) here.as(role, variant);
          }
        }
      }
    }
    const some = walks.map(({ options, strides }) => walk(new Play(options).send().accept().fund('all'), strides));
    fc.assert(
      fc.property(some, () => true),
      { numRuns: 400, seed: 20_261_120 },
    );
    const gaps = [
      ...CONTRACT_CHART.edges.flatMap((row) => (OUTSIDE.has(row.command) ? [] : unseen(CONTRACT_CHART, row))),
      ...MILESTONE_CHART.edges.flatMap((row) => (OUTSIDE.has(row.command) ? [] : unseen(MILESTONE_CHART, row))),
      ...PAYMENT_REQUEST_CHART.edges.flatMap((row) => unseen(PAYMENT_REQUEST_CHART, row)),
    ];
    assert.deepEqual(gaps, []);
  });

  it('has a way into every state but those that later machines reach', () => {
    const into = <State extends string>(chart: Chart<State>) => {
      const reached = new Set<string>(chart.edges.flatMap(({ to }) => to));
      return chart.states.filter((state) => !reached.has(state));
    };
    assert.deepEqual(into(CONTRACT_CHART), []);
    assert.deepEqual(into(MILESTONE_CHART), []);
    assert.deepEqual(into(PAYMENT_REQUEST_CHART), ['disputed']);
  });

  it('draws them for the documentation', () => {
    const drawn = diagramOf(CONTRACT_CHART);
    assert.ok(drawn.startsWith('stateDiagram-v2\n'));
    assert.match(drawn, /^ {2}\[\*\] --> draft: contracts\.create<br>contractRequests\.create$/m);
    assert.match(drawn, /^ {2}active --> active: .*paymentRequests\.create/m);
    assert.match(drawn, /^ {2}completed --> \[\*\]$/m);
    assert.ok(!drawn.includes(NOWHERE) && !drawn.includes(`--> ${SAME}`));
  });
});
