import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { playEverything } from '../mail/testing/plays.ts';
import { readEnvironment } from '../node/environment.ts';
import { listen } from '../node/listen.ts';
import { testApp } from '../testing/app.ts';
import { asking, bearer } from '../testing/ask.ts';
import { both, mailedInvitation, sendOffer } from '../testing/offer.ts';

const SAID = 'Something only the two know';
const SECRETS = [
  /@/,
  /\b(ses|inv|cns|pk_\w+|sk_\w+)_[\w-]{8,}/,
  new RegExp(SAID),
  /Robin|Kim Arden/,
  /\d{3} \d{3}|"\d{6}"/,
];

describe('The log', () => {
  it('names no person, no address, no credential and no word that people wrote', async () => {
    const lines: string[] = [];
    const app = await testApp({
      log: (...line) => lines.push(JSON.stringify(line)),
      // A mail server that tells more than it should.
      mail: ({ to, subject }) => Promise.reject(new Error(`550 ${to} does not want ${subject}`)),
    });
    await playEverything(app, () => SAID);
    await asking(app, bearer('ses_garbage_garbage_garbage'))('contracts.list', {});
    assert.ok(lines.length > 20, `There are only ${lines.length} lines.`);
    for (const line of lines) for (const secret of SECRETS) assert.doesNotMatch(line, secret);
    await app.close();
  });

  it('of requests shows no link that opens something', async () => {
    const lines: string[] = [];
    const app = await testApp();
    const environment = readEnvironment({ PORT: '0', HOST: '127.0.0.1' });
    const { url, close } = await listen(app.app, environment, (...line) => lines.push(JSON.stringify(line)));
    const { robin } = await both(app);
    const contractId = await sendOffer({ robin });
    for (const path of [`/invitation/${await mailedInvitation(app)}`, `/v1/contracts/${contractId}?search=${SAID}`]) {
      await (await fetch(url + path)).text();
    }
    await close();
    await app.close();
    assert.equal(lines.length, 2);
    for (const line of lines) for (const secret of SECRETS) assert.doesNotMatch(line, secret);
    assert.match(lines[0] ?? '', /"\/invitation\/[^"]*…"/);
  });
});
