export * from './contracts.ts';
export * from './events.ts';
export * from './identity.ts';
export * from './milestones.ts';
