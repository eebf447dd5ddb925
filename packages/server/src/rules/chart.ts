import type { Role } from '@handsel/protocol';
import type { CommandName } from './command.ts';
import type { GuardName } from './guards.ts';

/** What moves a chart: a command, or the making and throwing away that surround a contract's life. */
export type ChartCommand = CommandName | 'contracts.create' | 'contractRequests.create' | 'contracts.discard';

/** Who may act: a side, or the clock, the payment provider and the operator together. */
export type Doer = Role | 'system';

/** Before the first state, and after a draft was thrown away. */
export const NOWHERE = 'nowhere';
/** The state it is in already. */
export const SAME = 'same';

/** One row of a state chart: from any of these states, this command by any of these leads to one of those. */
export interface Edge<State extends string> {
  readonly from: readonly (State | typeof NOWHERE)[];
  readonly command: ChartCommand;
  readonly by: readonly Doer[];
  readonly to: readonly (State | typeof NOWHERE | typeof SAME)[];
  /** What must hold besides; see `guards.ts`. */
  readonly guards: readonly GuardName[];
  /** True where the command is about something else and this only follows from it. */
  readonly follows: boolean;
}

/** A state machine as data. What is not in it is refused. */
export interface Chart<State extends string> {
  readonly name: string;
  readonly states: readonly State[];
  /** States nothing leads out of. */
  readonly final: readonly State[];
  readonly edges: readonly Edge<State>[];
}

/** Writes one row: `edge(from, command, by, to, …guards)`. */
export function edge<State extends string>(
  from: Edge<State>['from'],
  command: ChartCommand,
  by: readonly Doer[],
  to: Edge<State>['to'],
  ...guards: GuardName[]
): Edge<State> {
  return { from, command, by, to, guards, follows: false };
}

/** Writes a row for what only follows from a command that is about something else. */
export function follows<State extends string>(
  from: Edge<State>['from'],
  command: ChartCommand,
  by: readonly Doer[],
  to: Edge<State>['to'],
): Edge<State> {
  return { from, command, by, to, guards: [], follows: true };
}

/** The rows that let a command happen; not those that only follow from it. */
export function edgesOf<State extends string>(chart: Chart<State>, command: ChartCommand): Edge<State>[] {
  return chart.edges.filter((row) => row.command === command && !row.follows);
}

/** Whether the chart knows a way from one state to another by that command. */
export function leads<State extends string>(
  chart: Chart<State>,
  from: State | typeof NOWHERE,
  command: ChartCommand,
  to: State | typeof NOWHERE,
): boolean {
  return chart.edges.some(
    (row) =>
      row.command === command &&
      row.from.includes(from) &&
      (row.to.includes(to) || (from === to && row.to.includes(SAME))),
  );
}
