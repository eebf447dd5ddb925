import type { ContractDraft, ContractRequestDraft, MilestoneDraft } from '@handsel/protocol';

/** Who fills the form in: the freelancer writes a contract, a client asks for one. */
export type Writer = 'freelancer' | 'client';

/** The steps of the form; a request has no terms. */
export type Step = 'details' | 'amount' | 'terms' | 'review' | 'sent';

/** What was typed and chosen, as it was typed. */
export interface Values {
  readonly clientEmail: string;
  readonly clientName: string;
  readonly clientCompany: string;
  readonly title: string;
  readonly description: string;
  readonly price: 'none' | 'one' | 'milestones';
  readonly amount: string;
  readonly dueOn: string;
  readonly milestones: readonly MilestoneDraft[];
  /** What is typed in the editor's open row and not saved. */
  readonly unsaved: unknown;
  readonly terms: string;
  /** Empty until chosen: then the policy decides. */
  readonly offerEndsOn: string;
  readonly signature: string;
  /** What only robots fill in. */
  readonly trap: string;
}

/** The fields that hold text. */
export type TextName = Exclude<keyof Values, 'price' | 'milestones' | 'unsaved'>;

/** What can be wrong. */
export type FieldName = TextName | 'milestones';

/** What is wrong, by field, in words. */
export type Faults = Readonly<Partial<Record<FieldName, string>>>;

/** What a backend may have got already; kept with the draft, so that no press is carried out twice. */
export interface Progress {
  /** A first writing whose answer has not come. The same key and words again are answered, not repeated. */
  readonly first?: { readonly key: string; readonly draft: ContractDraft | ContractRequestDraft } | undefined;
  /** The contract it became. */
  readonly contractId?: string | undefined;
  /** The key of the newest sending, and what it was for. */
  readonly sending?: { readonly key: string; readonly intent: string } | undefined;
}

/** Everything that is kept over a reload. */
export interface Kept {
  readonly values: Values;
  readonly step: Step;
  readonly progress: Progress;
  readonly at: string;
}

/** Nothing typed yet. */
export const EMPTY: Values = {
  clientEmail: '',
  clientName: '',
  clientCompany: '',
  title: '',
  description: '',
  price: 'one',
  amount: '',
  dueOn: '',
  milestones: [],
  unsaved: undefined,
  terms: '',
  offerEndsOn: '',
  signature: '',
  trap: '',
};

const STEPS: Readonly<Record<Writer, readonly Step[]>> = {
  freelancer: ['details', 'amount', 'terms', 'review', 'sent'],
  client: ['details', 'amount', 'review', 'sent'],
};

/** The steps in their order. */
export function stepsFor(writer: Writer): readonly Step[] {
  return STEPS[writer];
}

/** The step before or after another. */
export function stepBeside(writer: Writer, step: Step, by: 1 | -1): Step {
  const steps = STEPS[writer];
  return steps[steps.indexOf(step) + by] ?? step;
}

/** Reads what a browser has kept, whoever wrote it; nothing where its shape is unknown. */
export function readKept(kept: unknown, writer: Writer): Kept | undefined {
  const { values, step, progress, at } = Object(kept) as Record<string, unknown>;
  if (typeof values !== 'object' || values === null || typeof at !== 'string') return undefined;
  const read: Record<string, unknown> = { ...EMPTY };
  for (const [name, empty] of Object.entries(EMPTY)) {
    const value: unknown = Reflect.get(values, name);
    if (typeof empty === 'string' ? typeof value === 'string' : Array.isArray(value)) read[name] = value;
  }
  read['unsaved'] = Reflect.get(values, 'unsaved');
  if (!['none', 'one', 'milestones'].includes(String(read['price']))) read['price'] = 'one';
  const known = STEPS[writer].find((each) => each === step && each !== 'sent') ?? 'details';
  // The editor reads milestones once more; everything else has been read here.
  return { values: read as unknown as Values, step: known, progress: Object(progress) as Progress, at };
}

/** Whether there is anything worth keeping. */
export function isEmpty(values: Values, prefilled: Partial<Values>): boolean {
  return Object.entries({ ...EMPTY, price: values.price, ...prefilled }).every(
    ([name, empty]) => JSON.stringify(Reflect.get(values, name)) === JSON.stringify(empty),
  );
}
