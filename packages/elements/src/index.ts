export { ActivityElement } from './activity/activity.ts';
export { ContractFormElement } from './contract-form/contract-form.ts';
export { ContractListElement } from './contract-list/contract-list.ts';
export { ContractReviewElement } from './contract-review/contract-review.ts';
export { DetailsElement } from './details/details.ts';
export { LauncherElement } from './launcher/launcher.ts';
export { MilestoneEditorElement } from './milestone-editor/milestone-editor.ts';
export { MilestoneTimelineElement } from './milestone-timeline/milestone-timeline.ts';
export { ProviderElement } from './provider/provider.ts';
export { RequestPaymentElement } from './request-payment/request-payment.ts';
export { WorkroomElement } from './workroom/workroom.ts';

export {
  BeforeCreateEvent,
  ContractCreatedEvent,
  ContractRequestedEvent,
  ContractSentEvent,
} from './contract-form/events.ts';
export { ContractSelectedEvent, CreateRequestedEvent } from './contract-list/events.ts';
export {
  ChangesRequestedEvent,
  ContractAcceptedEvent,
  ContractDeclinedEvent,
  ContractEndedEvent,
  ContractFundedEvent,
  MilestoneApprovedEvent,
  MilestoneChangeDecidedEvent,
} from './contract-review/events.ts';
export { BeforeOpenEvent } from './launcher/events.ts';
export { type MilestonesChange, MilestonesChangedEvent } from './milestone-editor/events.ts';
export { BeforeRequestEvent, PaymentRequestedEvent } from './request-payment/events.ts';
export { ContractChangedEvent, ContractDiscardedEvent, StepRequestedEvent } from './workroom/events.ts';
export { WidgetErrorEvent } from './foundation/error-event.ts';

export type { Backend, ConnectionSettings, SessionSource } from './foundation/connection-settings.ts';
export { connectionContext, type Locale, localeContext } from './foundation/contexts.ts';
export { tokens } from './foundation/tokens.ts';
export type { WordOverrides } from './foundation/words.ts';

export type { ActivityWords } from './locales/en/activity.ts';
export type { ContractFormWords } from './locales/en/contract-form.ts';
export type { ContractListWords } from './locales/en/contract-list.ts';
export type { ContractReviewWords } from './locales/en/contract-review.ts';
export type { DetailsWords } from './locales/en/details.ts';
export type { LauncherWords } from './locales/en/launcher.ts';
export type { MilestoneEditorWords } from './locales/en/milestone-editor.ts';
export type { MilestoneTimelineWords } from './locales/en/milestone-timeline.ts';
export type { RequestPaymentWords } from './locales/en/request-payment.ts';
export type { WorkroomWords } from './locales/en/workroom.ts';
