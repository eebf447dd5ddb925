export { CHECK, icon, type IconKind, OFFLINE, WAIT, WARNING } from './first-icons.ts';

const DISC = 'M3.5 12a8.5 8.5 0 1 0 17 0a8.5 8.5 0 1 0-17 0';

/* Each drawing is a plain string, so that a bundle carries only those it uses. */
/** Paper airplane; turns. */
export const SEND = 'M20.5 3.5 3.5 10.2l6.8 3.5 3.5 6.8zM20.5 3.5 10.3 13.7';
/** Three dots in a line; dots. */
export const ELLIPSIS = 'M5 12h.01M12 12h.01M19 12h.01';
/** A gate with a numeral. */
export const MILESTONE = 'M7 20V9a5 5 0 0 1 10 0v11M4 20h16M10.5 10.75 12 9.5V16';
/** A closed lock-box. */
export const ESCROW = 'M6 11h12v8.5H6zM8.75 11V8a3.25 3.25 0 0 1 6.5 0v3M12 14.25v2';
/** A clock face. */
export const CLOCK = `${DISC}M12 7.25V12l3.25 2`;
/** A sheet with a folded corner. */
export const FILE = 'M6 3.5h8l4 4v13H6zM14 3.5v4h4';
/** A speech sheet. */
export const MESSAGE = 'M4 5h16v11.5h-9.5l-4 3.5v-3.5H4z';
/** A calendar leaf. */
export const CALENDAR = 'M4.5 5.5h15v14h-15zM4.5 9.75h15M8.5 3.5v4M15.5 3.5v4';
/** A plus. */
export const PLUS = 'M12 5v14M5 12h14';
/** A cross. */
export const CLOSE = 'm6 6 12 12M18 6 6 18';
/** A magnifying glass. */
export const SEARCH = 'M4.5 10.5a6 6 0 1 0 12 0a6 6 0 1 0-12 0m10.5 4.5 5 5';
/** A returning arrow; turns. */
export const REFUND = 'M8.5 9.5 4.5 13.5l4 4M4.5 13.5H15a4.5 4.5 0 0 0 0-9h-3';
/** Chevron to the end; turns. */
export const FORWARD = 'm9.5 6 6 6-6 6';
/** Chevron to the start; turns. */
export const BACK = 'm14.5 6-6 6 6 6';
/** Chevron down. */
export const OPEN = 'm6 9.5 6 6 6-6';
/** Arrow up. */
export const UP = 'M12 19V5M6.5 10.5 12 5l5.5 5.5';
/** Arrow down. */
export const DOWN = 'M12 5v14M6.5 13.5 12 19l5.5-5.5';
/** Pencil. */
export const PENCIL = 'm4.5 19.5 1-4L16 5l3 3L8.5 18.5zM13.5 7.5l3 3';
/** Bin. */
export const BIN = 'M5 7h14M10 7V4.5h4V7M6.5 7l1 13h9l1-13';
/** Six dots to hold on to; dots. */
export const GRIP = 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01';
/** Arrow out of a tray, downwards. */
export const DOWNLOAD = 'M12 4.5v11M7.5 11l4.5 4.5 4.5-4.5M4.5 15v4.5h15V15';
/** An i in a ring. */
export const INFO = `${DISC}M12 11.25v4.75M12 8h.01`;
/** A payment card. */
export const CARD = 'M3.5 6.5h17v11h-17zM3.5 10.25h17M7 14.25h3.5';
