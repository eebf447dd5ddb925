import { problemWords } from '../locales/en/problems.ts';

type ProblemWords = typeof problemWords;

/** The parts of an error that are worth showing; core's errors have them, a stranger's error may not. */
interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly requestId?: string;
}

/** What a failure says to the person: by its code, else what did not happen and a short reference. */
export function describeProblem(error: unknown, words: ProblemWords = problemWords): string {
  const { name, message = '', code, requestId } = (error ?? {}) as Failure;
  // A page that is not finished: its writer is the one who reads this.
  if (name === 'MissingConnectionError') return message;
  if (globalThis.navigator?.onLine === false) return words.OFFLINE;
  if (name === 'ConnectionError') return words.CONNECTION;
  const known = code !== undefined && Object.hasOwn(words, code) ? words[code as keyof ProblemWords] : undefined;
  return typeof known === 'string' ? known : words.unknown((requestId ?? '').slice(-4).toUpperCase());
}
