import '@handsel/elements/define/provider.js';
import '@handsel/elements/define/contract-list.js';
import '@handsel/elements/define/workroom.js';
import { type ContractId, createClient } from '@handsel/core';

const { backend } = await session();
const client = createClient({ backend, session: async () => (await session()).token });

for (const provider of document.querySelectorAll('handsel-provider')) provider.client = client;
addEventListener('hashchange', show);
show();
await countHeld();

/** Our own server knows who is signed in, and mints a token for that person. */
async function session(): Promise<{ token: string; backend: string }> {
  const answer = await fetch('/session', { method: 'POST' });
  if (!answer.ok) throw new Error('The server gave no session.');
  return (await answer.json()) as { token: string; backend: string };
}

/** One contract when the address names one, else the list. */
function show(): void {
  const id = location.hash.slice(1) as ContractId;
  const list = document.querySelector('handsel-contract-list');
  const room = document.querySelector('handsel-workroom');
  if (!list || !room) return;
  list.hidden = id.startsWith('ctr_');
  room.hidden = !list.hidden;
  if (list.hidden) room.contractId = id;
}

/** The same client, without an element: what is held in escrow over all contracts in US dollars. */
async function countHeld(): Promise<void> {
  let held = 0;
  for await (const { escrow } of client.contracts.list()) if (escrow.currency === 'USD') held += escrow.amount;
  const text = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' }).format(held / 100);
  document.querySelector('#held')?.replaceChildren(`${text} in escrow`);
}
