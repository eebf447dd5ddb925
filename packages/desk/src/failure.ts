import type { DeskWords } from './locales.ts';

/** The parts of a refusal that are worth saying; the client's errors have them, others may not. */
interface Failure {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly remaining?: unknown;
  readonly at?: unknown;
  readonly requestId?: unknown;
}

/** The closed code of a refusal; empty for anything else. */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as Failure;
  return typeof code === 'string' ? code : '';
}

/** Whether the person has to sign in before going on. */
export function isSignedOut(error: unknown): boolean {
  return ['UNAUTHENTICATED', 'SESSION_EXPIRED'].includes(codeOf(error));
}

/** The time of an instant where the reader is; empty for what is no instant. */
export function timeText(instant: unknown): string {
  const at = new Date(typeof instant === 'string' ? instant : NaN);
  if (Number.isNaN(at.getTime())) return '';
  const locale = document.documentElement.lang || 'en';
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** What a failure says to the person who signs in or changes their name. */
export function describeFailure(error: unknown, words: DeskWords): string {
  const { name, remaining, at, requestId } = (error ?? {}) as Failure;
  const time = timeText(at);
  if (navigator.onLine === false) return words.offline;
  if (name === 'ConnectionError') return words.noAnswer;
  switch (codeOf(error)) {
    case 'CODE_INVALID':
      return typeof remaining === 'number' ? words.codeWrong(remaining) : words.codeWrongPlain;
    case 'CODE_LOCKED':
    case 'RATE_LIMITED':
      return time ? words.codeLocked(time) : words.codeLockedPlain;
    case 'NOT_FOUND':
      return words.inviteUnknown;
    case 'VALIDATION':
      return words.notRight;
    default:
      return words.unknown(typeof requestId === 'string' ? requestId.slice(-4).toUpperCase() : '');
  }
}
