import * as z from 'zod/mini';
import { operation } from '../operation.ts';
import { ContractEvent } from '../resources/event.ts';
import { MoneyPreview, MoneyPreviewDraft } from '../resources/money-preview.ts';
import { MONEY, SIGNED_IN } from './groups.ts';

/** Lists what happened to a contract, oldest first, without a gap. */
export const listEvents = operation({
  name: 'events.list',
  method: 'GET',
  path: '/v1/contracts/:contractId/events',
  kind: 'page',
  callers: SIGNED_IN,
  input: z.strictObject({
    /** Only events after this `seq`. */
    after: z.optional(z.int().check(z.gte(0))),
    /** How many at once; 100 when left out. */
    limit: z.optional(z.int().check(z.gte(1), z.lte(1000))),
    cursor: z.optional(z.string().check(z.maxLength(200))),
  }),
  output: ContractEvent,
  errors: ['NOT_FOUND'],
});

/** Follows a contract live (server-sent events), from `Last-Event-ID` on and without a gap. */
export const streamEvents = operation({
  name: 'events.stream',
  method: 'GET',
  path: '/v1/contracts/:contractId/events/stream',
  kind: 'events',
  callers: SIGNED_IN,
  input: z.strictObject({ after: z.optional(z.int().check(z.gte(0))) }),
  output: ContractEvent,
  errors: ['NOT_FOUND'],
});

/** Shows what a money command would do, and gives the token that lets exactly that happen. */
export const createPreview = operation({
  name: 'previews.create',
  method: 'POST',
  path: '/v1/contracts/:contractId/previews',
  callers: MONEY,
  input: MoneyPreviewDraft,
  output: MoneyPreview,
  status: 201,
  errors: ['NOT_FOUND', 'WRONG_STATE', 'WRONG_ROLE', 'VALIDATION', 'NOT_FUNDED', 'CHARGE_PENDING'],
});
