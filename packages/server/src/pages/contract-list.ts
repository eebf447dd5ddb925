import { type ContractSummary, listContracts, type Role, type Session } from '@handsel/protocol';
import { must } from './calls.ts';
import { html, type SafeHtml } from './html.ts';
import { signInPage } from './sign-in.ts';
import { CONTRACT_STATE_WORDS } from '@handsel/protocol/words';
import type { Outcome, Room, Visit } from './visit.ts';
import { dayText, fullName, lastMoment, moneyText } from './write.ts';

/** The freelancer's contracts. */
export const desk: Room = {
  side: 'freelancer',
  show: (visit) => (visit.session?.role === 'client' ? Promise.resolve({ to: '/review' }) : list(visit, 'freelancer')),
};

/** The client's contracts. */
export const reviews: Room = {
  side: 'client',
  show: (visit) => {
    if (visit.session?.role === 'client') return list(visit, 'client');
    return Promise.resolve(signInPage(visit, { name: 'reviews', side: 'client', text: asOther(visit.session) }));
  },
};

function asOther(session: Session | null): string | undefined {
  const who = session?.party.name ?? session?.party.email;
  return who
    ? `You are signed in as ${who}, who writes contracts. To sign and pay as a client, sign in with the client’s address.`
    : undefined;
}

const AT_ONCE = 50;

async function list(visit: Visit, side: Role): Promise<Outcome> {
  const { searchParams } = visit.url;
  const [search, cursor] = [searchParams.get('search')?.trim() ?? '', searchParams.get('cursor')];
  const input = { limit: AT_ONCE, ...(search && { search }), ...(cursor && { cursor }) };
  const { data, next } = must(await visit.calls.make(listContracts, input));
  const more = new URLSearchParams({ ...(search && { search }), ...(next && { cursor: next }) });
  const body = html`<div class="title">
      <h1>Direct contracts</h1>
      ${
        side === 'freelancer' &&
        html`<p class="actions"><a class="button" href="/contracts/new">Create a Contract</a></p>`
      }
    </div>
    ${(data.length > 0 || search) && searchForm(search)}
    ${
      data.length > 0
        ? html`<ul class="contracts">
            ${data.map(line)}
          </ul>`
        : empty(side, search)
    }
    ${next && html`<p><a href="?${more.toString()}">Show more</a></p>`}`;
  return { name: side === 'client' ? 'reviews' : 'desk', title: 'Contracts', body };
}

function addressOf({ id, viewer }: ContractSummary): string {
  return viewer === 'client' ? `/review/${id}` : `/contracts/${id}`;
}

function searchForm(search: string): SafeHtml {
  return html`<form method="get" role="search" class="search">
    <div class="field">
      <label for="search">Search contracts</label>
      <input id="search" name="search" type="search" value="${search}" maxlength="200" />
    </div>
    <p class="actions"><button class="second">Search</button></p>
  </form>`;
}

function line(contract: ContractSummary): SafeHtml {
  const { title, viewer, freelancer, client, next, paid, escrow, total, status } = contract;
  const yours = next.by === viewer;
  const until = next.until ? ` by ${dayText(lastMoment(next.until))}` : '';
  const figure = status === 'completed' ? `${moneyText(paid)} (Paid)` : moneyText(total);
  return html`<li>
    <a href="${addressOf(contract)}" dir="auto">${title}</a><span class="money">${figure}</span>
    <small
      ><bdi>${fullName(viewer === 'client' ? freelancer : client)}</bdi> ·
      ${CONTRACT_STATE_WORDS[status]}${
        escrow.amount > 0 && ` · ${moneyText(escrow)} in escrow`
      }${yours && html` · <b>Your turn${until}</b>`}</small
    >
  </li>`;
}

function empty(side: Role, search: string): SafeHtml {
  if (search) return html`<p>Nothing is found for “${search}”. <a href="?">Clear the search</a></p>`;
  if (side === 'client') return html`<p>When somebody offers you a contract, it is here.</p>`;
  return html`<p>
    No contracts yet. Write the first one. Your client gets it by e-mail, signs, and pays into escrow before you start.
  </p>`;
}
