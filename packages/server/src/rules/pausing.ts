import { needWords } from './faults.ts';
import type { Step } from './step.ts';

/** Pauses new work and new money; a running review goes on. */
export function hold(step: Step, reason: string): void {
  step.change({ status: 'paused', holdReason: needWords(reason, '/reason') });
  step.tell('contract.paused', { reason });
}

/** Lets work go on. */
export function releaseHold(step: Step): void {
  step.change({ status: 'active', holdReason: null });
  step.tell('contract.resumed');
}
