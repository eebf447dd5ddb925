import type { OfferedPaymentMethod } from '@handsel/protocol';
import { expect } from '@open-wc/testing';
import { press } from '../foundation/testing/acts.ts';
import { isAccessible } from '../foundation/testing/axe.ts';
import { says } from '../foundation/testing/suite.ts';
import { answerBank, place, primary, side, table } from './testing/acts.ts';

type Backend = { fetch(request: Request): Promise<Response> };

const PAGE: OfferedPaymentMethod = { id: 'checkout', kind: 'page', provider: 'Stripe' };
const BANK = 'pm_sim_needs_confirmation';

/** A backend in this tab that offers what one behind Stripe does; the pretended bank plays the part of Stripe's page. */
function behindStripe({ fetch }: Backend, methods: readonly OfferedPaymentMethod[], sent: string[]): Backend {
  const other = (key: string, value: unknown): unknown => {
    if (key === 'simulated') return false;
    if (key === 'paymentMethods') return methods;
    if (key === 'paymentMethod') return (value as OfferedPaymentMethod | null)?.id === BANK ? PAGE : value;
    return value;
  };
  return {
    fetch: async (request) => {
      const text = request.method === 'GET' ? '' : await request.clone().text();
      const named = /"paymentMethod":"(\w+)"/.exec(text)?.[1];
      if (named !== undefined) sent.push(named);
      const body = text.replace(/"paymentMethod":"\w+"/, `"paymentMethod":"${BANK}"`);
      const answer = await fetch(named === undefined ? request : new Request(request, { body }));
      if (!answer.headers.get('content-type')?.includes('json')) return answer;
      const { status, headers } = answer;
      return new Response(JSON.stringify(JSON.parse(await answer.text(), other)), { status, headers });
    },
  };
}

/** What a client sees who has signed. */
async function signed(methods: readonly OfferedPaymentMethod[] = [PAGE]) {
  const { sandbox, network, contractId, contract } = await table('signed');
  const sent: string[] = [];
  const backend = behindStripe({ fetch: (request) => network.fetch(request) }, methods, sent);
  const session = await sandbox.sessionFor('client');
  const review = (more: object = {}) => place({ backend, session, contractId, ...more });
  return { sandbox, contract, review, sent };
}

describe('Paying on the page of the provider', () => {
  it('shows no test cards, leads to that page, and knows the end of it when the person comes back', async () => {
    const { sandbox, contract, review, sent } = await signed();
    const made = await review();
    await says(made, 'You pay on Stripe’s secure page and come back here.');
    expect(side(made)).not.to.contain('Pay with');
    expect(side(made)).not.to.contain('Card that works');
    expect(side(made)).not.to.contain('Test cards');
    await isAccessible(made);
    press(made, 'Pay $500.00 into escrow');
    await says(made, 'Pay $500.00 on Stripe’s page');
    expect(sent).to.deep.equal(['checkout']);
    expect(primary(made)).to.equal('Go to Stripe’s secure page');
    expect(side(made)).to.contain('it ends by itself after a while, and you can start again');
    await isAccessible(made);
    const link = made.renderRoot.querySelector<HTMLAnchorElement>('a[data-primary]');
    made.remove();
    await answerBank(sandbox.backend, link?.href ?? '', 'confirm');
    const again = await review();
    await says(again, '$500.00 is in escrow');
    expect((await contract()).status).to.equal('active');
  });

  it('says that it ended when nobody has paid, and starts again', async () => {
    const { sandbox, review } = await signed();
    const made = await review();
    await says(made, 'You pay on Stripe’s secure page');
    press(made, 'Pay $500.00 into escrow');
    await says(made, 'Pay $500.00 on Stripe’s page');
    await sandbox.advance({ minutes: 40 });
    await says(made, 'The payment was not finished in time. You can start again.');
    press(made, 'Try again');
    await says(made, 'Pay $500.00 into escrow');
  });

  it('prefers the card field that the page has brought', async () => {
    const { review, sent } = await signed();
    const made = await review({ paymentMethod: () => 'pm_of_the_page' });
    await says(made, 'Pay $500.00 into escrow');
    await says(made, 'You pay today');
    expect(side(made)).not.to.contain('secure page');
    press(made, 'Pay $500.00 into escrow');
    await says(made, 'Pay $500.00 on Stripe’s page');
    expect(sent).to.deep.equal(['pm_of_the_page']);
  });

  it('says so where there is neither, and sends nothing', async () => {
    const { review, sent } = await signed([]);
    const made = await review();
    await says(made, 'The card field of your payment provider belongs here.');
    press(made, 'Pay $500.00 into escrow');
    await says(made, 'This page has no card field. Nothing was charged.');
    expect(sent).to.deep.equal([]);
  });
});
