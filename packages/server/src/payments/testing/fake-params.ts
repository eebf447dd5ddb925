import { invalid } from './fake-refusal.ts';

/** Form parameters as Stripe reads them: a name it does not know is refused. */
export class FakeParams {
  readonly #values: URLSearchParams;

  constructor(text: string, known: readonly string[]) {
    this.#values = new URLSearchParams(text);
    for (const name of this.#values.keys()) {
      if (!known.includes(name.replace(/\[.*$/, ''))) throw invalid('parameter_unknown', name);
    }
  }

  text(name: string): string {
    const value = this.#values.get(name);
    if (value === null || value === '') throw invalid('parameter_missing', name);
    return value;
  }

  /** A whole amount above nothing, which the currency allows. */
  amount(currency: string, name = 'amount'): number {
    const text = this.text(name);
    if (!/^[1-9]\d*$/.test(text)) throw invalid('parameter_invalid_integer', name);
    const step = STEPS[currency] ?? 1;
    if (Number(text) % step !== 0) throw invalid('invalid_charge_amount_no_decimal_compatible', name);
    return Number(text);
  }

  metadata(within = 'metadata'): Record<string, string> {
    const own = [...this.#values].filter(([name]) => name.startsWith(`${within}[`));
    return Object.fromEntries(own.map(([name, value]) => [name.slice(within.length + 1, -1), value]));
  }

  /** The value, or what is given where it is left out. */
  or(name: string, otherwise: string): string {
    return this.#values.get(name) ?? otherwise;
  }
}

const STEPS: Readonly<Record<string, number>> = { isk: 100, ugx: 100, bhd: 10, jod: 10, kwd: 10, omr: 10, tnd: 10 };
