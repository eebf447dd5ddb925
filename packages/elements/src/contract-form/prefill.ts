import { LINE, LINES } from '@handsel/protocol/lines';
import { LONGEST } from '@handsel/protocol/longest';
import type { TextName, Values } from './values.ts';

/** What a page may fill in beforehand. Never an amount, and never more than text in a field. */
export interface Prefill {
  readonly clientEmail: string;
  readonly clientName: string;
  readonly clientCompany: string;
  readonly contractTitle: string;
  readonly contractDescription: string;
}

const ADDRESS = /^[^\s@<>]{1,64}@[^\s@<>]+\.[^\s@<>.]{2,}$/;

function line(value: unknown, longest: number): string {
  return typeof value === 'string' && value.length <= longest && LINE.test(value) ? value : '';
}

/** The prefilled values; what cannot be right is ignored, as if it were not there. */
export function prefillOf(given: Prefill): Pick<Values, Extract<TextName, 'clientEmail'>> & Partial<Values> {
  const address = line(given.clientEmail, 254);
  const description = given.contractDescription;
  const fits = typeof description === 'string' && description.length <= LONGEST.description && LINES.test(description);
  return {
    clientEmail: ADDRESS.test(address) ? address : '',
    clientName: line(given.clientName, LONGEST.name),
    clientCompany: line(given.clientCompany, LONGEST.name),
    title: line(given.contractTitle, LONGEST.title),
    description: fits ? description : '',
  };
}
