import type { ContractFormWords } from '../locales/en/contract-form.ts';
import type { Identity } from './identity.ts';
import type { Writer } from './values.ts';

/** The fields about people that a form shows: the client's address, or the asking client's own name and address. */
export function identityFields(writer: Writer, words: ContractFormWords): readonly Identity[] {
  const email = { slot: 'email', field: 'clientEmail', type: 'email', required: true } as const;
  if (writer === 'freelancer') {
    // Somebody else's address: a browser would offer the freelancer's own.
    return [{ ...email, autocomplete: 'off', label: words.email, help: words.emailHelp }];
  }
  const line = { type: 'text', help: '', required: false } as const;
  return [
    { ...line, slot: 'name', field: 'clientName', autocomplete: 'name', label: words.yourName, required: true },
    { ...email, autocomplete: 'email', label: words.yourEmail, help: '' },
    { ...line, slot: 'company', field: 'clientCompany', autocomplete: 'organization', label: words.yourCompany },
    { ...line, slot: 'trap', field: 'trap', autocomplete: 'off', label: words.trap },
  ];
}
