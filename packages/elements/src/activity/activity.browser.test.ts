import { expect } from '@open-wc/testing';
import '../define/activity.ts';
import { about, approve, focused, offline, press, show } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { writing } from '../foundation/writing.ts';
import type { ActivityElement } from './activity.ts';

/** When everything happens before the clock is turned, where the reader is. */
const NOW = writing('en').time('2026-11-23T14:20:00.000Z');

describe('<handsel-activity>', () => {
  let sandbox: World;
  let standing: string;
  const activity = (contractId: string, as: 'freelancer' | 'client' = 'freelancer') =>
    show(sandbox, 'activity', { contractId, as });

  beforeEach(async () => {
    sandbox = await world();
    standing = await sandbox.create('active');
  });
  afterEach(() => sandbox.close());

  itBehavesLikeAWidget<ActivityElement>(
    'handsel-activity',
    (element) => about(element, sandbox, standing),
    'You wrote the contract',
  );
  itSaysWhatIsMissing('handsel-activity');

  it('tells what happened, newest first, with what was written', async () => {
    const element = await activity(await sandbox.create('changes-requested'));
    await says(element, 'You wrote the contract');
    expect(lines(element)).to.deep.equal([
      'Kim asked for changes to “Website redesign” / The contact form should ask for a phone number.',
      'You asked for $500.00 for “Website redesign” / It is online. The old addresses lead to the new pages.',
      'The contract became active',
      '$500.00 went into escrow for “Website redesign”',
      'Kim paid $500.00 into escrow',
      'Kim signed and accepted',
      'You signed the contract and sent it',
      'You wrote the contract',
    ]);
    await isAccessible(element);
  });

  it('speaks to the one who reads: the client is you', async () => {
    const element = await activity(await sandbox.create('payment-requested'), 'client');
    await says(element, 'Robin signed the contract and sent it');
    expect(lines(element)).to.include('You paid $500.00 into escrow');
    expect(lines(element)).to.include('You signed and accepted');
  });

  it('writes each day once, and the time beside every line', async () => {
    const element = await activity(await sandbox.create('active'));
    await says(element, 'You wrote the contract');
    expect(element.renderRoot.querySelectorAll('.day')).to.have.length(1);
    const times = [...element.renderRoot.querySelectorAll('time')].map(textOf);
    expect(new Set(times)).to.deep.equal(new Set([NOW.replace(/\s/g, ' ')]));
    await sandbox.advance({ days: 1 });
    await sandbox.client.paymentRequests.create(...(await payable(sandbox, element.contractId)));
    await says(element, 'You asked for $500.00');
    expect(element.renderRoot.querySelectorAll('.day')).to.have.length(2);
  });

  it('hears without a reload what the other side does', async () => {
    const contractId = await sandbox.create('payment-requested');
    const element = await activity(contractId);
    await says(element, 'You asked for $500.00');
    await approve(sandbox, contractId);
    await says(element, 'Kim approved $500.00 for “Website redesign”');
    expect(lines(element)[0]).to.equal('The contract is complete');
  });

  it('says a draft that was changed over and over once', async () => {
    const { client } = sandbox;
    const id = await sandbox.create('draft');
    for (const title of ['Website', 'Website, second', 'Website, third']) {
      const { version, terms, description, currency, milestones } = await client.contracts.retrieve(id);
      const draft = { title, description, currency, terms: terms.body };
      const people = { client: { name: 'Kim Arden', email: 'kim@arden.example' } };
      const parts = milestones.map(({ title: name, amount }) => ({ title: name, amount }));
      await client.contracts.update(id, { ...draft, ...people, milestones: parts }, { ifMatch: version });
    }
    const element = await activity(id);
    await says(element, 'You wrote the contract');
    expect(lines(element)).to.deep.equal(['You changed the draft', 'You wrote the contract']);
  });

  it('shows fifty lines, the earlier ones when asked, and keeps the reader in place', async () => {
    const { client } = sandbox;
    const id = await sandbox.create('active');
    for (let time = 0; time < 24; time += 1) {
      const items = [{ op: 'add' as const, title: 'More', amount: { amount: 1_000, currency: 'USD' } }];
      const { milestoneChange } = await client.milestoneChanges.create(id, { items });
      if (milestoneChange) await client.milestoneChanges.withdraw(id, milestoneChange.id);
    }
    const element = await activity(id);
    await says(element, 'Show earlier activity');
    expect(lines(element)).to.have.length(50);
    press(element, 'Show earlier activity');
    await says(element, 'You wrote the contract');
    expect(focused()).to.contain('Kim paid $500.00 into escrow');
  });

  it('keeps what was read when the page is cut off', async () => {
    const element = await activity(await sandbox.create('active'));
    await says(element, 'You wrote the contract');
    await offline(sandbox, async () => {
      await says(element, 'You are offline.');
      expect(textOf(element)).to.contain('You wrote the contract');
      await isAccessible(element);
    });
  });

  it('says that it did not load, and tries again when asked', async () => {
    const contractId = await sandbox.create('active');
    sandbox.failNext({ operation: 'contracts.retrieve', times: 3 });
    const element = await activity(contractId);
    await says(element, 'The contract did not load.');
    press(element, 'Try again');
    await says(element, 'You wrote the contract');
  });
});

async function payable({ client }: World, contractId: string) {
  const contract = await client.contracts.retrieve(contractId as Parameters<typeof client.contracts.retrieve>[0]);
  const [milestone] = contract.milestones;
  if (!milestone) throw new Error('There is no milestone.');
  return [contract.id, milestone.id, {}] as const;
}

function lines(element: ActivityElement): string[] {
  return [...element.renderRoot.querySelectorAll('li > div')].map((line) =>
    [...line.children].map(textOf).filter(Boolean).join(' / '),
  );
}
