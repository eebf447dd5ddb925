import { expect, oneEvent } from '@open-wc/testing';
import '../define/request-payment.ts';
import { about, control, focused, offline, press, show, side, type } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { has, itBehavesLikeAWidget, itSaysWhatIsMissing, says, textOf } from '../foundation/testing/suite.ts';
import { type World, world } from '../foundation/testing/world.ts';
import { writing } from '../foundation/writing.ts';
import type { RequestPaymentElement } from './request-payment.ts';

/** Fourteen days after the day all tests begin, where the reader is. */
const DEADLINE = writing('en').moment('2026-12-07T14:20:00.000Z').replace(/\s/g, ' ');
const SEND = 'Send request for $500.00';

describe('<handsel-request-payment>', () => {
  let sandbox: World;
  let standing: Awaited<ReturnType<World['create']>>;
  const button = (contractId: string = standing, as: 'freelancer' | 'client' = 'freelancer') =>
    show(sandbox, 'request-payment', { contractId, as });
  const asked = async () => (await sandbox.client.contracts.retrieve(standing)).paymentRequest;

  beforeEach(async () => {
    localStorage.clear();
    sandbox = await world();
    standing = await sandbox.create('active');
  });
  afterEach(() => sandbox.close());

  itBehavesLikeAWidget<RequestPaymentElement>(
    'handsel-request-payment',
    (element) => about(element, sandbox, standing),
    'Request Payment',
  );
  itSaysWhatIsMissing('handsel-request-payment');

  const REFUSED = [
    ['draft', 'This contract is not sent yet. Your client has not seen it.'],
    ['sent', 'Kim has not signed yet. Wait before you start.'],
    ['signed', 'Kim has not funded this milestone yet. Wait before you start.'],
    ['partly-paid', 'Kim has not funded this milestone yet. Wait before you start.'],
    ['payment-requested', 'Kim has until'],
    ['ending', 'Kim has ended this contract. Answer that first.'],
    ['disputed', 'This milestone is in dispute. It is settled first.'],
    ['paused', 'This contract is paused. You can ask when it goes on.'],
    ['declined', 'This contract is over.'],
    ['expired', 'This contract is over.'],
  ] as const;
  for (const [state, reason] of REFUSED) {
    it(`cannot ask while a contract is ${state}, stays in reach of the keys, and says why beside it`, async () => {
      const element = await button(await sandbox.create(state));
      await says(element, reason);
      const face = control(element, 'Request Payment');
      expect(face.getAttribute('aria-disabled')).to.equal('true');
      expect(face.hasAttribute('disabled')).to.equal(false);
      const about = element.renderRoot.querySelector(`#${face.getAttribute('aria-describedby')}`);
      expect(about && textOf(about)).to.contain(reason);
      press(element, 'Request Payment');
      await element.updateComplete;
      expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
      await isAccessible(element);
    });
  }

  it('says that only the freelancer asks', async () => {
    await says(await button(standing, 'client'), 'Only the freelancer can ask for payment.');
  });

  it('shows what the money does, and sends nothing yet', async () => {
    await sandbox.close();
    sandbox = await world({ policy: { fees: { freelancerBps: 500 } } });
    standing = await sandbox.create('active');
    const element = await button();
    await open(element);
    const dialog = textOf(await has(element, 'dialog'));
    expect(dialog).to.contain('Website redesign, milestone 1: Website redesign');
    expect(dialog).to.contain('Released from escrow $500.00');
    expect(dialog).to.match(/Service fee, 5 % −.\$25\.00/);
    expect(dialog).to.contain('You receive $475.00');
    // By the backend's clock, which is turned here: the reader's own says another day.
    expect(dialog).to.contain(
      `Kim has until ${DEADLINE} to approve or ask for changes. With no answer by then, you are paid.`,
    );
    await isAccessible(element);
    press(element, 'Not yet');
    await element.updateComplete;
    expect(await asked()).to.equal(null);
    expect(focused()).to.equal('Request Payment');
  });

  it('goes out with the note, and says e-mailed only when the mail has left', async () => {
    const element = await button();
    const post = holdTheMail(sandbox);
    element.backend = post;
    await open(element);
    await type(element, 'note', ' Page 3 has two versions. ');
    const done = oneEvent(element, 'handsel-payment-requested');
    press(element, SEND);
    const { detail } = await done;
    expect(detail.request.amount).to.deep.equal({ amount: 50_000, currency: 'USD' });
    expect(detail.request.emailedAt).to.equal(null);
    await says(element, 'Request sent.The e-mail to Kim is on its way.');
    post.held = false;
    await says(element, 'Request sent.Kim has been e-mailed.');
    const mail = sandbox.mails.find(({ to, subject }) => to === 'kim@arden.example' && subject.includes('asks for'));
    expect(mail?.text).to.contain('Page 3 has two versions.');
    expect((await asked())?.note).to.equal('Page 3 has two versions.');
    await isAccessible(element);
    press(element, 'Done');
    await says(element, `You asked on 23 Nov 2026. Kim has until ${DEADLINE}.`);
    expect(focused()).to.equal('Request Payment');
  });

  it('asks once when it is pressed twice', async () => {
    const element = await button();
    await open(element);
    const facts: Event[] = [];
    element.addEventListener('handsel-payment-requested', (event) => facts.push(event));
    press(element, SEND);
    press(element, SEND);
    await says(element, 'Request sent.');
    expect(facts).to.have.length(1);
    expect(await requests()).to.equal(1);
  });

  it('asks once when the answer is lost and the person presses again', async () => {
    const element = await button();
    await open(element);
    await type(element, 'note', 'It is online.');
    sandbox.loseNextAnswer({ operation: 'paymentRequests.create', times: 3 });
    const failed = oneEvent(element, 'handsel-error');
    press(element, SEND);
    await failed;
    await says(element, 'No answer came.');
    const known = new Promise((done) => element.addEventListener('handsel-payment-requested', done, { once: true }));
    press(element, SEND);
    await known;
    expect(await requests()).to.equal(1);
  });

  it('keeps the note when sending fails, also over a reload', async () => {
    const element = await button();
    await open(element);
    await type(element, 'note', 'Page 3 has two versions.');
    sandbox.failNext({ operation: 'paymentRequests.create', code: 'CALLER_NOT_ALLOWED' });
    press(element, SEND);
    await says(element, 'You may not do this with the access you have.');
    expect(note(element)).to.equal('Page 3 has two versions.');
    const again = await button();
    await open(again);
    expect(note(again)).to.equal('Page 3 has two versions.');
    press(again, SEND);
    await says(again, 'Request sent.');
    expect(localStorage).to.have.length(0);
  });

  it('sends nothing when the amount changed meanwhile, but shows the new one first', async () => {
    standing = await sandbox.create('change-proposed');
    const element = await button();
    await open(element);
    await says(element, 'Send request for $800.00');
    await agree();
    await says(element, 'Send request for $950.00');
    press(element, 'Send request for $950.00');
    await says(element, 'Not sent. Kim changed this milestone to $950.00 while you were writing.');
    expect(await requests()).to.equal(0);
    press(element, 'Send request for $950.00');
    await says(element, 'Request sent.');
  });

  it('takes a request back, and can ask again', async () => {
    const element = await button(await sandbox.create('payment-requested'));
    await says(element, 'Take it back');
    press(element, 'Take it back');
    await has(element, '.ask:focus');
    await says(element, /^Request Payment$/);
    expect(control(element, 'Request Payment').getAttribute('aria-disabled')).to.equal('false');
  });

  it('hears without a reload that the client has paid', async () => {
    standing = await sandbox.create('payment-requested');
    const element = await button();
    await says(element, 'Take it back');
    await sandbox.advance({ days: 15 });
    await says(element, 'Paid $500.00 on 7 Dec 2026.');
    await isAccessible(element);
  });

  it('stops where the page says so, before anything is sent', async () => {
    const element = await button();
    element.addEventListener('handsel-before-request', (event) => event.preventDefault());
    await open(element);
    press(element, SEND);
    await element.updateComplete;
    expect(await requests()).to.equal(0);
    expect(element.renderRoot.querySelector('dialog')?.open).to.equal(true);
  });

  it('counts the note, and takes none that is too long', async () => {
    const element = await button();
    await open(element);
    await type(element, 'note', 'x'.repeat(2_003));
    await says(element, 'This note is 3 characters too long.');
    press(element, SEND);
    await element.updateComplete;
    expect(focused()).to.equal('note');
    expect(await requests()).to.equal(0);
  });

  it('queues nothing about money while there is no network', async () => {
    const element = await button();
    await says(element, 'Request Payment');
    await offline(sandbox, async () => {
      await says(element, 'You are offline. Requests for money are never queued; try again when you are back.');
      press(element, 'Request Payment');
      await element.updateComplete;
      expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
    });
    await says(element, /^Request Payment$/);
  });

  it('is left with Escape, and gives the focus back', async () => {
    const element = await button();
    await open(element);
    element.renderRoot.querySelector('dialog')?.dispatchEvent(new Event('cancel', { cancelable: true }));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('dialog')?.open).to.equal(false);
    expect(focused()).to.equal('Request Payment');
  });

  it('says what is wrong when the contract does not load, and tries again', async () => {
    sandbox.failNext({ operation: 'contracts.retrieve', times: 3 });
    const element = await button();
    await says(element, 'Try again');
    press(element, 'Try again');
    await says(element, /^Request Payment$/);
  });

  it('is as wide as its words in a row of the page’s own', async () => {
    const element = await button();
    await says(element, 'Request Payment');
    const home = element.parentElement as HTMLElement;
    home.style.display = 'flex';
    expect(element.getBoundingClientRect().width).to.be.greaterThan(120);
    expect(element.getBoundingClientRect().width).to.be.lessThan(300);
  });

  async function agree(): Promise<void> {
    const client = await side(sandbox, 'client');
    const { milestoneChange: change } = await sandbox.client.contracts.retrieve(standing);
    if (!change) throw new Error('Nothing is proposed.');
    const { consentToken } = await client.previews.create(standing, { command: 'milestoneChanges.accept' });
    const how = { consentToken, paymentMethod: 'pm_sim_success_visa' };
    await client.milestoneChanges.accept(standing, change.id, how);
  }

  async function requests(): Promise<number> {
    const { data } = await sandbox.client.events.list(standing);
    return data.filter(({ type: kind }) => kind === 'milestone.submitted').length;
  }
});

/** The backend as it is while its outbox has not yet handed the mail over: the one in this tab does so at once. */
function holdTheMail({ fetch }: World) {
  const post = {
    held: true,
    async fetch(request: Request): Promise<Response> {
      const answer = await fetch(request);
      if (!post.held || !answer.headers.get('Content-Type')?.includes('json')) return answer;
      const text = await answer.text();
      return new Response(text.replace(/"emailedAt":"[^"]*"/g, '"emailedAt":null'), answer);
    },
  };
  return post;
}

async function open(element: RequestPaymentElement): Promise<void> {
  await says(element, /^Request Payment$/);
  press(element, 'Request Payment');
  await says(element, 'Request payment');
}

function note(element: RequestPaymentElement): string {
  return element.renderRoot.querySelector<HTMLTextAreaElement>('#note')?.value ?? '';
}
