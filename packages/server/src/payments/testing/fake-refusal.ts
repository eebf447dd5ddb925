/** What the fake answers instead of what was asked for, in the shape of Stripe's errors. */
export class FakeRefusal extends Error {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  /** Refusals of this kind are not kept under an idempotency key: nothing had begun. */
  readonly early: boolean;

  constructor(status: number, body: Readonly<Record<string, unknown>>, early = false) {
    super(String(body['message'] ?? body['code']));
    this.status = status;
    this.body = body;
    this.early = early;
  }
}

/** A request that Stripe calls invalid. */
export function invalid(code: string, param?: string): FakeRefusal {
  const early = code.startsWith('parameter_');
  return new FakeRefusal(400, { type: 'invalid_request_error', code, message: `Invalid: ${code}.`, param }, early);
}

/** What was asked for by a name that Stripe does not know. */
export function missing(what: string): FakeRefusal {
  return new FakeRefusal(404, { type: 'invalid_request_error', code: 'resource_missing', message: `No such ${what}.` });
}
