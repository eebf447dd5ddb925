import type { Statement } from './statement.ts';

/** The books of the simulated payment provider: it must remember over a restart, as a provider does. */
export const simulatorSchema: readonly Statement[] = [
  `create table simulated_charges (
    contract_id {text} not null,
    id {text} not null,
    amount {int} not null check (amount > 0),
    currency {text} not null,
    status {text} not null check (status in ('authorized', 'captured', 'requires_confirmation', 'failed')),
    failure_code {text},
    primary key (contract_id, id)
  ) {strict}`,
  `create table simulated_orders (
    contract_id {text} not null,
    id {text} not null,
    kind {text} not null check (kind in ('transfer', 'refund')),
    amount {int} not null check (amount > 0),
    currency {text} not null,
    primary key (contract_id, id)
  ) {strict}`,
];
