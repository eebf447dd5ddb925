/** How many rows are drawn at once, and how many more with each press. */
const PAGE = 100;

/** Which of many milestones are drawn: those around the one being worked on, first. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The first span: everything when there is little, else from a little before the current one. */
export function spanAround(current: number, count: number): Span {
  if (count <= PAGE) return { from: 0, to: count };
  const from = Math.max(0, Math.min(current - 10, count - PAGE));
  return { from, to: Math.min(count, from + PAGE) };
}

/** One page more before it. */
export function earlier({ from, to }: Span): Span {
  return { from: Math.max(0, from - PAGE), to };
}

/** One page more after it. */
export function later({ from, to }: Span, count: number): Span {
  return { from, to: Math.min(count, to + PAGE) };
}
