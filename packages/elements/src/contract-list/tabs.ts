import type { ContractStatus, ContractSummary } from '@handsel/protocol';

/** The tabs, in their order. */
export const TABS = ['all', 'turn', 'active', 'waiting', 'ended'] as const;

/** One tab. */
export type Tab = (typeof TABS)[number];

const STATUSES: Readonly<Record<'active' | 'waiting' | 'ended', readonly ContractStatus[]>> = {
  active: ['active', 'paused', 'ending', 'in_dispute'],
  waiting: ['pending_acceptance', 'pending_funding'],
  ended: ['completed', 'cancelled', 'declined', 'withdrawn', 'expired'],
};

/** What the backend is asked for a tab. */
export function queryOf(tab: Tab): { status?: ContractStatus[]; turn?: 'mine' } {
  if (tab === 'all') return {};
  return tab === 'turn' ? { turn: 'mine' } : { status: [...STATUSES[tab]] };
}

/** Whether a contract belongs to a tab: the same question, answered here when all contracts are known. */
export function belongs(tab: Tab, { status, next, viewer }: ContractSummary): boolean {
  if (tab === 'all') return true;
  return tab === 'turn' ? next.by === viewer : STATUSES[tab].includes(status);
}
