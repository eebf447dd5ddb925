import { type Chart, NOWHERE, SAME } from './chart.ts';

/** A chart as the text of a Mermaid state diagram, for the documentation. */
export function diagramOf<State extends string>(chart: Chart<State>): string {
  const arrows = new Map<string, string[]>();
  for (const { from, to, command } of chart.edges) {
    for (const start of from) {
      for (const end of to) {
        const key = `${name(start, '[*]')} --> ${name(end === SAME ? start : end, '[*]')}`;
        arrows.set(key, [...new Set([...(arrows.get(key) ?? []), command])]);
      }
    }
  }
  const lines = [...arrows].map(([arrow, commands]) => `  ${arrow}: ${commands.join('<br>')}`);
  const ends = chart.final.map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', ...lines, ...ends, ''].join('\n');
}

function name(state: string, outside: string): string {
  return state === NOWHERE ? outside : state;
}
