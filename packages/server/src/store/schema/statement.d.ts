import type { Engine } from '../home.ts';
/** One SQL statement: the same text for both engines with macros, or a text for each, or for one. */
export type Statement = string | Partial<Record<Engine, string>>;
/** The statement in an engine's own words; `undefined` when that engine has no need of it. */
export declare function textFor(statement: Statement, engine: Engine): string | undefined;
/** The statements that forbid every update and delete of a table's rows. */
export declare function appendOnly(table: string): readonly Statement[];
/** Must stand before the first `appendOnly`. */
export declare const refuseChange: Statement;
//# sourceMappingURL=statement.d.ts.map