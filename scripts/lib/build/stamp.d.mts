/** By time and size: enough to see that nothing was touched, and quick. */
export function touched(patterns: readonly string[]): string;

/** By content: what was written again as it was counts as the same. */
export function contentOf(patterns: readonly string[]): string;

/** Does the work unless it was done for the same print and its results are still there; answers whether it was done. */
export function unlessDone(
  name: string,
  print: string,
  results: readonly string[],
  work: () => Promise<unknown>,
): Promise<boolean>;
