import type { Contract, PaymentRequest } from '@handsel/protocol';
import type { Writing } from '../foundation/writing.ts';
import type { RequestPaymentWords } from '../locales/en/request-payment.ts';
import type { Standing } from './standing.ts';

/** Everything the templates need; they keep nothing and decide nothing. */
export interface AskingView {
  readonly words: RequestPaymentWords;
  readonly write: Writing;
  /** Undefined until the contract is here. */
  readonly contract: Contract | undefined;
  readonly standing: Standing | undefined;
  /** How the freelancer calls the client. */
  readonly who: string;
  readonly offline: boolean;
  /** Whether the dialog is open. */
  readonly opened: boolean;
  readonly note: string;
  /** When the answer would be due if the request went out now. */
  readonly due: string;
  readonly sending: boolean;
  readonly withdrawing: boolean;
  /** The request this page has just sent; its newest reading. */
  readonly sent: PaymentRequest | undefined;
  /** What went wrong, in words; empty when nothing did. */
  readonly problem: string;
  open(): void;
  close(): void;
  type(note: string): void;
  send(): void;
  withdraw(): void;
  again(): void;
}
