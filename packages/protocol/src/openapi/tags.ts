import { type OperationName, OPERATION_NAMES } from '../operations/table.ts';
import type { Json } from './schemas.ts';

/** The groups operations stand in: the part of their names before the dot. */
export type Tag = OperationName extends infer N ? (N extends `${infer Group}.${string}` ? Group : never) : never;

const TEXTS: Readonly<Record<Tag, string>> = {
  charges: 'Attempts to charge a client.',
  contractRequests: 'What visitors of a public page ask a freelancer for.',
  contracts: 'Contracts from the draft to the end.',
  disputes: 'Objections to how a contract ends.',
  escrowRefunds: 'Money that goes back to a client who ended a contract.',
  events: 'What happened to a contract, as a list or live.',
  invitations: 'The way of a client from the link in a mail to a contract.',
  milestoneChanges: 'Proposals to change the milestones of a signed contract.',
  milestones: 'Steps of the work, each with a price.',
  party: 'The name and company of whoever is signed in.',
  paymentRequests: 'Requests that the money held for a milestone be released.',
  previews: 'What a money command would do, shown before it is made.',
  profile: 'What anybody may know of a freelancer.',
  sessions: 'Signing in and out, and sessions for pages of an integrator.',
};

/** The group an operation stands in: `contracts` for `contracts.send`. */
export function tagOf(name: OperationName): Tag {
  return name.slice(0, name.indexOf('.')) as Tag;
}

/** Every group, in the order of the alphabet. */
export function tags(): Json[] {
  return [...new Set(OPERATION_NAMES.map(tagOf))].map((name) => ({ name, description: TEXTS[name] }));
}
