import type { Client } from '@handsel/core';
import type { Contract } from '@handsel/protocol';
import { html, type TemplateResult } from 'lit';

/** What the workroom opens in its own place when the page does not. */
export type Inside = 'form' | 'editor' | 'review';

const KNOWN: Readonly<Record<string, Inside>> = {
  'contracts.send': 'form',
  'contracts.update': 'form',
  'contracts.revise': 'form',
  'milestoneChanges.create': 'editor',
};

/** Which element carries an operation out that the workroom does not. */
export function insideOf(action: string, { viewer }: Contract): Inside | undefined {
  if (Object.hasOwn(KNOWN, action)) return KNOWN[action];
  // What is asked of both sides by a proposed change is answered here, unless it may cost the client money.
  if (action === 'milestoneChanges.withdraw' || action === 'milestoneChanges.reject' || action === 'contracts.cancel') {
    return undefined;
  }
  return viewer === 'client' ? 'review' : undefined;
}

/** Loads the element. */
export function loadInside(inside: Inside): Promise<unknown> {
  switch (inside) {
    case 'form':
      return import('../define/contract-form.ts');
    case 'editor':
      return import('../define/milestone-editor.ts');
    case 'review':
      return import('../define/contract-review.ts');
  }
}

/** Draws the elements that do all by themselves. */
export function insideRoom(inside: 'form' | 'review', client: Client, { id }: Contract): TemplateResult {
  return inside === 'form'
    ? html`<handsel-contract-form .client=${client} contract-id=${id}></handsel-contract-form>`
    : html`<handsel-contract-review .client=${client} contract-id=${id}></handsel-contract-review>`;
}
