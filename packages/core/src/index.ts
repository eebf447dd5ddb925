export { type Call, type Callable, type CallArguments, connect } from './call.ts';
export { type Clock } from './clock.ts';
export { Client, createClient } from './client.ts';
export type { ContractSnapshot } from './contract-feed.ts';
export type { ContractStore } from './contract-store.ts';
export type { VersionedOptions } from './contracts.ts';
export { Draft } from './draft.ts';
export { ApiError, ConnectionError, type ErrorCode, HandselError, isHandselError, ResponseError } from './errors.ts';
export { OfflineQueue, type OfflineQueueOptions, type QueuedWrite, type QueueOutcome } from './offline-queue.ts';
export type { Paged } from './paged.ts';
export type { Backend, CallOptions, ConnectOptions, SessionSource } from './settings.ts';
export type { KeyValueStorage, SyncStorage } from './storage.ts';
export type {
  Action,
  Charge,
  ChargeId,
  CivilDate,
  CodeSent,
  Contract,
  ContractDraft,
  ContractEvent,
  ContractId,
  ContractRequest,
  ContractRequestDraft,
  ContractStatus,
  ContractSummary,
  FieldError,
  Funding,
  Instant,
  Invitation,
  Milestone,
  MilestoneChange,
  MilestoneChangeDraft,
  MilestoneChangeId,
  MilestoneChangeItem,
  MilestoneDraft,
  MilestoneId,
  MilestoneState,
  Money,
  MoneyPreview,
  MoneyPreviewDraft,
  NextStep,
  OfferedPaymentMethod,
  OpenedInvitation,
  Page,
  Party,
  PaymentRequest,
  PaymentRequestId,
  Policy,
  ProblemCode,
  Profile,
  Role,
  Session,
  Signature,
  Terms,
} from '@handsel/protocol';
