import { expect, oneEvent } from '@open-wc/testing';
import { says, textOf } from '../foundation/testing/suite.ts';
import type { ContractFormElement } from './contract-form.ts';
import { desk, field, focused, press, toSignature, type } from './testing/acts.ts';

const CREATE = 'POST /v1/contracts';
const SEND = 'POST /v1/contracts/:id/send';

async function sent(form: ContractFormElement, act: () => void): Promise<void> {
  const done = oneEvent(form, 'handsel-contract-sent');
  act();
  await done;
}

async function failed(form: ContractFormElement, act: () => void): Promise<void> {
  const error = oneEvent(form, 'handsel-error');
  act();
  await error;
  await form.updateComplete;
}

describe('Sending a contract', () => {
  it('sends once when it is pressed twice', async () => {
    const { form, network } = await desk();
    const made = await form();
    await toSignature(made);
    await sent(made, () => {
      press(made, 'Sign and send');
      press(made, 'Sign and send');
    });
    expect(network.lines).to.deep.equal([CREATE, SEND]);
  });

  it('makes one contract when the first answer is lost and the person presses again', async () => {
    const { form, network, sandbox, client } = await desk();
    const made = await form();
    await toSignature(made);
    sandbox.loseNextAnswer({ operation: 'contracts.create', times: 3 });
    await failed(made, () => press(made, 'Sign and send'));
    expect(textOf(made)).to.contain('No answer came. Your text is kept.');
    await sent(made, () => press(made, 'Sign and send'));
    const keys = network.keysOf(CREATE);
    expect(keys).to.have.length(1);
    expect(keys).not.to.include(null);
    expect(await titles(client)).to.deep.equal(['Website redesign']);
  });

  it('makes one contract with the new words when the answer is lost and the words are changed', async () => {
    const { form, sandbox, client } = await desk();
    const made = await form();
    await toSignature(made);
    sandbox.loseNextAnswer({ operation: 'contracts.create', times: 3 });
    await failed(made, () => press(made, 'Sign and send'));
    press(made, 'Change: Contract');
    await says(made, 'New contract');
    await type(made, 'title', 'Website, second thought');
    for (const next of ['Continue to amount', 'Continue to terms', 'Continue to review', 'Sign and send']) {
      press(made, next);
      await says(made, /What does it cost|Your own terms|Check it once more|Contract sent/);
      await made.updateComplete;
    }
    await says(made, 'Contract sent to');
    expect(await titles(client)).to.deep.equal(['Website, second thought']);
  });

  it('sends once when the answer to the sending is lost', async () => {
    const { form, network, sandbox, client } = await desk();
    const made = await form();
    await toSignature(made);
    sandbox.loseNextAnswer({ operation: 'contracts.send', times: 3 });
    await failed(made, () => press(made, 'Sign and send'));
    await sent(made, () => press(made, 'Sign and send'));
    const keys = network.keysOf(SEND);
    expect(keys).to.have.length(1);
    expect(await titles(client)).to.deep.equal(['Website redesign']);
  });

  it('keeps everything when the session runs out, and goes on with the next press', async () => {
    const { form, network, sandbox } = await desk();
    const made = await form();
    await toSignature(made);
    sandbox.failNext({ operation: 'contracts.send', code: 'UNAUTHENTICATED' });
    await failed(made, () => press(made, 'Sign and send'));
    expect(textOf(made)).to.contain('Your text is kept.');
    expect(field(made, 'signature').value).to.equal('Robin Vale');
    await sent(made, () => press(made, 'Sign and send'));
    expect(network.lines).to.deep.equal([CREATE, SEND, SEND]);
  });

  it('says that it is offline, sends nothing, and goes on when it is back', async () => {
    const { form, network } = await desk();
    const made = await form();
    await toSignature(made);
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    window.dispatchEvent(new Event('offline'));
    try {
      press(made, 'Sign and send');
      await says(made, 'You are offline. Nothing was sent. Your text is kept.');
      expect(network.writes).to.deep.equal([]);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
      window.dispatchEvent(new Event('online'));
    }
    await sent(made, () => press(made, 'Sign and send'));
  });

  it('goes back to the field a backend refuses: nobody writes a contract with themselves', async () => {
    const { form, sandbox } = await desk();
    const made = await form();
    await toSignature(made);
    const { party } = await sandbox.client.sessions.retrieve();
    press(made, 'Change: Client');
    await says(made, 'New contract');
    await type(made, 'email', party.email ?? '');
    for (const next of ['Continue to amount', 'Continue to terms', 'Continue to review']) {
      press(made, next);
      await made.updateComplete;
      await says(made, next === 'Continue to review' ? 'Check it once more' : /cost|terms/);
    }
    await failed(made, () => press(made, 'Sign and send'));
    await says(made, 'This is your own address. Enter your client’s.');
    expect(focused(made)).to.equal('email');
    await type(made, 'email', 'kim@arden.example');
    expect(textOf(made)).not.to.contain('This is your own address');
  });

  it('saves a contract without sending it, and sends that very one later', async () => {
    const { form, network, client } = await desk();
    const made = await form();
    await toSignature(made);
    press(made, 'Save without sending');
    await says(made, 'Saved with your contracts. Nothing was sent.');
    expect(network.lines).to.deep.equal([CREATE]);
    await sent(made, () => press(made, 'Sign and send'));
    expect(await titles(client)).to.deep.equal(['Website redesign']);
  });

  it('edits a draft, and replaces an offer that nobody has answered', async () => {
    const { form, client } = await desk();
    const first = await form();
    await toSignature(first);
    press(first, 'Save without sending');
    await says(first, 'Saved with your contracts.');
    const contractId = (await client.contracts.list()).data[0]?.id ?? '';
    localStorage.clear();
    for (const title of ['Website, edited', 'Website, replaced']) {
      const made = await form((each) => {
        each.contractId = contractId;
      });
      await says(made, /Edit your contract|Change your offer/);
      await says(made, 'Continue to amount');
      await type(made, 'title', title);
      for (const next of ['Continue to amount', 'Continue to terms', 'Continue to review']) {
        press(made, next);
        await says(made, next === 'Continue to review' ? 'Check it once more' : /cost|Your own terms/);
      }
      await type(made, 'signature', 'Robin Vale');
      await sent(made, () => press(made, 'Sign and send'));
      expect(await titles(client)).to.deep.equal([title]);
    }
  });
});

async function titles(client: Awaited<ReturnType<typeof desk>>['client']): Promise<string[]> {
  const found: string[] = [];
  for await (const { title } of client.contracts.list()) found.push(title);
  return found;
}
