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
  return [
    {
      slot: 'name',
      field: 'clientName',
      type: 'text',
      autocomplete: 'name',
      label: words.yourName,
      help: '',
      required: true,
    },
    { ...email, autocomplete: 'email', label: words.yourEmail, help: '' },
    {
      slot: 'company',
      field: 'clientCompany',
      type: 'text',
      autocomplete: 'organization',
      label: words.yourCompany,
      help: '',
      required: false,
    },
  ];
}
