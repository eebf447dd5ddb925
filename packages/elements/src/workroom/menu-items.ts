import type { Action, Contract } from '@handsel/protocol';
import { BIN, CHECK, CLOSE, ESCROW, FILE, MILESTONE, PENCIL, REFUND, SEND, WARNING } from '../foundation/icons.ts';
import { shortName } from '../foundation/people.ts';
import type { Writing } from '../foundation/writing.ts';
import type { WorkroomWords } from '../locales/en/workroom.ts';

/** One line of the menu. */
export interface MenuItem {
  readonly name: string;
  readonly text: string;
  readonly icon: string;
  /** Whether pressing it does something here. */
  readonly allowed: boolean;
  /** The hosted page, where it may only be done there. */
  readonly href: string | undefined;
  /** Why not, or what a press leads to. */
  readonly reason: string;
  /** 1 work, 2 milestones, 3 the offer, 4 the end: a line is drawn between groups. */
  readonly group: number;
}

const LOOKS: Readonly<Record<string, readonly [icon: string, group: number]>> = {
  'paymentRequests.create': [CHECK, 1],
  'paymentRequests.withdraw': [REFUND, 1],
  'milestones.approve': [CHECK, 1],
  'paymentRequests.requestChanges': [REFUND, 1],
  'contracts.fund': [ESCROW, 1],
  'contracts.accept': [PENCIL, 1],
  'contracts.send': [SEND, 1],
  'escrowRefunds.approve': [REFUND, 1],
  'disputes.open': [WARNING, 1],
  'milestoneChanges.create': [MILESTONE, 2],
  'milestoneChanges.accept': [CHECK, 2],
  'milestoneChanges.reject': [CLOSE, 2],
  'milestoneChanges.withdraw': [REFUND, 2],
  'contracts.update': [PENCIL, 3],
  'contracts.revise': [PENCIL, 3],
  'contracts.resend': [SEND, 3],
  'contracts.decline': [CLOSE, 4],
  'contracts.discard': [BIN, 4],
  'contracts.withdraw': [CLOSE, 4],
  'contracts.cancel': [CLOSE, 4],
  'contracts.endByFreelancer': [CLOSE, 4],
  'contracts.endByClient': [CLOSE, 4],
};

/** The line that is always there: what was agreed. */
export const VIEW_TERMS = 'terms';

/** The menu, from what the backend says may be done; what this copy does not know is left out. */
export function menuItems(contract: Contract, words: WorkroomWords, write: Writing): MenuItem[] {
  const who = shortName(contract.viewer === 'freelancer' ? contract.client : contract.freelancer);
  const known = contract.actions.filter(({ name }) => Object.hasOwn(LOOKS, name) && Object.hasOwn(words.items, name));
  const items = once(known).map((action) => {
    const [icon, group] = LOOKS[action.name] ?? [FILE, 4];
    const text = words.items[action.name]?.(who) ?? action.name;
    const href = action.allowed && action.hosted ? contract.url : undefined;
    return {
      name: action.name,
      text,
      icon,
      group,
      href,
      allowed: action.allowed,
      reason: why(action, words, write, who),
    };
  });
  const terms = {
    name: VIEW_TERMS,
    text: words.viewTerms,
    icon: FILE,
    group: 3,
    href: undefined,
    allowed: true,
    reason: '',
  };
  return [...items, terms].sort((left, right) => left.group - right.group);
}

// Several milestones may be worked on at once; the menu has one line, and the allowed one speaks for it.
function once(actions: readonly Action[]): Action[] {
  const names = [...new Set(actions.map(({ name }) => name))];
  return names.flatMap((name) => {
    const same = actions.filter((action) => action.name === name);
    return same.find(({ allowed }) => allowed) ?? same.slice(0, 1);
  });
}

function why(
  { allowed, hosted, reason, unlocksAt }: Action,
  words: WorkroomWords,
  write: Writing,
  who: string,
): string {
  if (allowed) return hosted ? words.onPages : '';
  const known = reason !== undefined && Object.hasOwn(words.reasons, reason) ? words.reasons[reason] : undefined;
  const said = (known ?? words.reasons['WRONG_STATE'])?.(who) ?? '';
  return unlocksAt ? `${said}. ${words.from(write.moment(unlocksAt))}` : said;
}
