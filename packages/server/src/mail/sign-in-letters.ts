import type { Letter } from './letter.ts';

const IGNORE = 'If you did not ask for this code, ignore this mail. Nobody can sign in without it.';

/** `418206` as people read it: `418 206`. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

/** The mail with a six-digit code. It says nothing that somebody else wrote. */
export function codeLetter(code: string, minutes: number): Letter {
  return {
    subject: `Your code is ${spacedCode(code)}`,
    paragraphs: [
      `Your code is ${spacedCode(code)}.`,
      `Enter it on the page that asks for it. It works once, for ${minutes} minutes. We never ask for it by phone or mail.`,
    ],
    footer: IGNORE,
  };
}
