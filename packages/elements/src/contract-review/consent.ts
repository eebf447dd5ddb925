import type { MoneyPreview, MoneyPreviewDraft } from '@handsel/protocol';
import type { ReactiveControllerHost } from 'lit';

const FIGURES = [
  'charge',
  'intoEscrow',
  'clientFee',
  'fromCarried',
  'release',
  'freelancerFee',
  'net',
  'refund',
  'carry',
] as const;

/** What changed between the figures that were shown and those that hold now. */
export interface Staleness {
  readonly before: MoneyPreview;
  readonly after: MoneyPreview;
}

/** Whether two previews say the same about the money. */
export function sameFigures(left: MoneyPreview, right: MoneyPreview): boolean {
  return FIGURES.every(
    (name) => left[name].amount === right[name].amount && left[name].currency === right[name].currency,
  );
}

/**
 * Keeps what a money command would do in front of the person, and the token that lets exactly that happen.
 *
 * A token is only ever used for figures that stood on the screen when the button was pressed.
 */
export class Consent {
  /** The figures on the screen. */
  preview: MoneyPreview | undefined;
  /** Why there are none. */
  error: unknown;
  /** Set when figures changed under the person's hands; they confirm again. */
  stale: Staleness | undefined;
  loading = false;

  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #ask: (draft: MoneyPreviewDraft) => Promise<MoneyPreview>;
  #wish = '';
  #settled: Promise<void> = Promise.resolve();

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    ask: (draft: MoneyPreviewDraft) => Promise<MoneyPreview>,
  ) {
    this.#host = host;
    this.#ask = ask;
  }

  /** Shows the figures of a wish, asked for once per wish and version of the contract. Without a wish, shows nothing. */
  show(draft: MoneyPreviewDraft | undefined, version: number): void {
    const wish = draft ? JSON.stringify([draft, version]) : '';
    if (wish === this.#wish) return;
    // Figures of the same command stay until their successors are here, so that nothing jumps under the finger.
    if (draft?.command !== this.preview?.command) this.preview = undefined;
    this.#wish = wish;
    this.error = undefined;
    this.stale = undefined;
    this.loading = draft !== undefined;
    if (draft) this.#settled = this.#fetch(draft, wish);
    else this.preview = undefined;
    this.#host.requestUpdate();
  }

  /**
   * The figures a press may act on: those of this very wish, and only if they stood on the screen when it came.
   * Figures that appear because of the press are for the next one.
   */
  async confirm(draft: MoneyPreviewDraft, version: number): Promise<MoneyPreview | undefined> {
    const before = this.preview;
    if (this.error !== undefined) this.#wish = '';
    this.show(draft, version);
    await this.#settled;
    const { preview } = this;
    if (this.error !== undefined || this.#wish !== JSON.stringify([draft, version])) return undefined;
    if (!before || !preview) return undefined;
    if (sameFigures(before, preview)) return preview;
    this.stale = { before, after: preview };
    this.#host.requestUpdate();
    return undefined;
  }

  /** Asks anew after a refusal. Answers the fresh figures when they are those that were shown; else shows them. */
  async renew(draft: MoneyPreviewDraft): Promise<MoneyPreview | undefined> {
    const before = this.preview;
    const after = await this.#ask(draft);
    this.preview = after;
    this.#wish = JSON.stringify([draft, after.contractVersion]);
    const same = before !== undefined && sameFigures(before, after) && before.contractVersion === after.contractVersion;
    this.stale = !same && before ? { before, after } : undefined;
    this.#host.requestUpdate();
    return same ? after : undefined;
  }

  async #fetch(draft: MoneyPreviewDraft, wish: string): Promise<void> {
    try {
      const preview = await this.#ask(draft);
      if (wish !== this.#wish) return;
      this.preview = preview;
    } catch (error) {
      if (wish !== this.#wish) return;
      this.preview = undefined;
      this.error = error;
    }
    this.loading = false;
    this.#host.requestUpdate();
  }
}
