// Writes, sends and follows a contract from code. See README.md for how to run it.
import { createClient, isHandselError } from '@handsel/core';

const backend = process.env['HANDSEL_URL'] ?? 'http://localhost:4400';
const key = process.env['HANDSEL_SECRET_KEY'];
const clientEmail = process.argv[2];

if (!key || !clientEmail) {
  console.error('Usage: HANDSEL_SECRET_KEY=sk_… node contract.ts kim@arden.example');
  process.exit(2);
}

const handsel = createClient({ backend, key });

try {
  const draft = await handsel.contracts.create({
    client: { email: clientEmail },
    title: 'Website redesign',
    description: 'Five pages, written and built.',
    currency: 'USD',
    milestones: [
      { title: 'Wireframes', amount: { amount: 1200_00, currency: 'USD' } },
      { title: 'Visual design', amount: { amount: 1800_00, currency: 'USD' } },
    ],
  });
  const sent = await handsel.contracts.send(draft.id, { termsHash: draft.terms.hash, signature: 'Robin Vale' });
  console.log(`Sent "${sent.title}" to ${clientEmail}. Ctrl+C ends this script, not the contract.`);

  const contract = handsel.contract(sent.id);
  let seen = '';
  contract.subscribe(() => {
    const { contract: now } = contract.snapshot;
    if (!now || now.status === seen) return;
    seen = now.status;
    console.log(`${now.updatedAt}  ${now.status}`);
  });
} catch (error) {
  if (!isHandselError(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
