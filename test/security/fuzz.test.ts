import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPERATION_NAMES, type OperationName, OPERATIONS } from '@handsel/protocol/backend';
import fc from 'fast-check';
import { trials } from '../lib/counts.ts';
import { Answers } from './answers.ts';
import { openScene, type Scene } from './ask.ts';
import { type Attack, attacks } from './attack.ts';
import { SAMPLES } from './samples.ts';
import { everythingStored } from './stored.ts';

const ALL = 20_000;
/** After so many calls, or changes of it, the contract is played anew: one that has ended refuses everything. */
const [MOST_CALLS, MOST_CHANGES] = [40, 4];

/** Refusals that leave something behind on purpose: a try is counted, a declined charge is remembered. */
const REMEMBERED = new Set(['CODE_INVALID', 'CODE_LOCKED', 'CHARGE_FAILED']);

describe('Whatever is sent to', () => {
  const answers = new Answers();
  for (const name of OPERATION_NAMES) {
    it(`${name}, the answer is as documented and a refusal stores nothing`, async () => {
      await hold(name, answers, Math.ceil(trials(ALL) / OPERATION_NAMES.length));
    });
  }
});

async function hold(name: OperationName, answers: Answers, numRuns: number): Promise<void> {
  const open = async () => {
    const scene = await openScene(SAMPLES[name].stage);
    return { ...scene, right: await SAMPLES[name].body?.(scene.own) };
  };
  let scene = await open();
  let [calls, changes] = [0, 0];
  const renewed = async () => {
    if (++calls < MOST_CALLS && changes < MOST_CHANGES) return scene;
    await scene.app.close();
    [calls, changes] = [0, 0];
    return (scene = await open());
  };
  try {
    const property = fc.asyncProperty(attacks(name, scene, scene.right), async (attack) => {
      const changed = await strike(await renewed(), attack, answers);
      if (OPERATIONS[name].path.includes(':contractId')) changes += changed;
    });
    await fc.assert(property, { numRuns, endOnFailure: process.env['HANDSEL_TEST_FULL'] !== '1' });
    assert.deepEqual(await scene.app.audit(), []);
  } finally {
    await scene.app.close();
  }
}

/** Sends one; answers how many changes came of it. */
async function strike(scene: Scene & { right: unknown }, attack: Attack, answers: Answers): Promise<0 | 1> {
  const { app } = scene;
  const before = await everythingStored(app.store);
  const request = attack.request(scene);
  const response = await app.backend.fetch(request);
  const code = await answers.check(attack.name, request, response);
  if (response.status < 400) return request.method === 'GET' || request.method === 'HEAD' ? 0 : 1;
  if (!REMEMBERED.has(code)) assert.deepEqual(await everythingStored(app.store), before);
  return 0;
}
