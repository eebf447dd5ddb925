import type { ContractId } from '@handsel/protocol';
import type { Sandbox, SandboxOptions, StateName } from '@handsel/sandbox';
import type { StoryObj } from '@storybook/web-components-vite';
import { Hand } from './hand.ts';

/** Whose eyes a story looks through. A visitor is nobody yet: the page has a publishable key and no session. */
export type Reader = 'freelancer' | 'client' | 'visitor';

/** What a story has brought together: its backend, its element, and the contract they are about. */
export interface Cast {
  readonly sandbox: Sandbox;
  readonly element: HTMLElement;
  readonly hand: Hand;
  readonly contractId: ContractId | undefined;
}

/** What a story arranges before its element appears. A story is the first half of a test. */
export interface Scene {
  /** The freelancer's, when left out. */
  readonly as?: Reader;
  /** A state the sandbox knows by name, or calls of both sides; answers the contract the story is about. */
  readonly begin?: StateName | ((sandbox: Sandbox) => Promise<ContractId | undefined>);
  /** How the sandbox begins: other people, other rules, an hour of its own. */
  readonly backend?: SandboxOptions;
  /** `embedded`: a session that any page may hold, and that moves no money. */
  readonly session?: 'hosted' | 'embedded';
  /** The last thing before the element appears: faults, slowness, properties that are no attributes. */
  readonly before?: (cast: Cast) => void | Promise<void>;
  /** What happens once the element stands, in the backend or elsewhere. */
  readonly meanwhile?: (cast: Cast) => void | Promise<void>;
  /** The element stands under no provider. */
  readonly alone?: boolean;
  /** So much of the same that a check of all of it takes a minute: its parts are checked in the story beside it. */
  readonly large?: boolean;
  /** The element is meant to stay at work. */
  readonly waits?: boolean;
}

/** What somebody then does with the element; not on the docs page, where many stories stand side by side. */
export type Act = (hand: Hand) => Promise<void>;

/** A story on a backend of its own. */
export function scene(arranged: Scene, act?: Act, more: StoryObj = {}): StoryObj {
  const play: StoryObj['play'] = async ({ canvasElement }) => {
    const stage = canvasElement.querySelector('story-stage');
    if (stage && act) await act(new Hand(await stage.stands));
  };
  return { ...more, ...(act && { play }), parameters: { ...more.parameters, scene: arranged } };
}
