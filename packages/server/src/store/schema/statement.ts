import type { Engine } from '../home.ts';

/** One SQL statement: the same text for both engines with macros, or a text for each, or for one. */
export type Statement = string | Partial<Record<Engine, string>>;

// Text ids compare by code point on PostgreSQL too, so that pages come in the same order everywhere.
const MACROS: Readonly<Record<string, Readonly<Record<Engine, string>>>> = {
  '{int}': { sqlite: 'integer', postgres: 'bigint' },
  '{instant}': { sqlite: 'text', postgres: 'timestamptz(3)' },
  '{json}': { sqlite: 'text', postgres: 'jsonb' },
  '{text}': { sqlite: 'text', postgres: 'text collate "C"' },
  '{strict}': { sqlite: 'strict', postgres: '' },
};

/** The statement in an engine's own words; `undefined` when that engine has no need of it. */
export function textFor(statement: Statement, engine: Engine): string | undefined {
  const text = typeof statement === 'string' ? statement : statement[engine];
  return text?.replaceAll(/\{\w+\}/g, (macro) => MACROS[macro]?.[engine] ?? macro);
}

/** The statements that forbid every update and delete of a table's rows. */
export function appendOnly(table: string): readonly Statement[] {
  return [
    {
      sqlite: `create trigger ${table}_no_update before update on ${table} begin
        select raise(abort, '${table} are append-only'); end`,
      postgres: `create trigger ${table}_append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    },
    {
      sqlite: `create trigger ${table}_no_delete before delete on ${table} begin
        select raise(abort, '${table} are append-only'); end`,
    },
  ];
}

/** Must stand before the first `appendOnly`. */
export const refuseChange: Statement = {
  postgres: `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% are append-only', tg_table_name; end $$`,
};
