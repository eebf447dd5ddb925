import { DEFAULT_POLICY, type Policy } from '@handsel/protocol';

type Check = (value: unknown) => boolean;

const whole =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;
const yesOrNo: Check = (value) => typeof value === 'boolean';
const days = whole(1, 3650);

// What the rules can keep: none of it may be nothing, less than nothing, or more than all there is.
const CHECKS: Readonly<Record<Exclude<keyof Policy, 'fees'>, Check>> = {
  minMilestoneMinor: (value) => isRecord(value) && Object.values(value).every(whole(1, 1e12)),
  maxMilestones: whole(1, 1000),
  maxActiveMilestones: whole(1, 1000),
  invitationTtlDays: days,
  emailCodeTtlMinutes: whole(1, 1440),
  emailCodeMaxTries: whole(1, 10),
  fundingTtlDays: days,
  reviewDays: days,
  reminderHours: (value) => Array.isArray(value) && value.every(whole(1, 24 * 3650)),
  securityHoldDays: whole(0, 3650),
  escrowRefundReplyDays: days,
  autoComplete: yesOrNo,
};

const FEE_CHECKS: Readonly<Record<keyof Policy['fees'], Check>> = {
  freelancerBps: whole(0, 10_000),
  clientBps: whole(0, 10_000),
  initiationMinor: whole(0, 1e12),
  clientFeeRefundable: yesOrNo,
};

/**
 * The default numbers, and over them those of a JSON text: `{"reviewDays":10,"fees":{"freelancerBps":500}}`.
 * @throws {Error} that names every number which is unknown or cannot be kept: contracts would be signed under it.
 */
export function readPolicy(text: string | undefined): Policy {
  if (text === undefined) return DEFAULT_POLICY;
  const { fees = {}, ...own } = parse(text);
  const wrong = isRecord(fees) ? [...faults(own, CHECKS), ...faults(fees, FEE_CHECKS, 'fees.')] : ['fees'];
  if (wrong.length > 0) {
    const names = wrong.join(', ');
    throw new Error(
      `HANDSEL_POLICY: ${names} cannot be so. What there is and what it means: packages/protocol/src/policy.ts.`,
    );
  }
  return { ...DEFAULT_POLICY, ...own, fees: { ...DEFAULT_POLICY.fees, ...(fees as Partial<Policy['fees']>) } };
}

function faults(
  given: Readonly<Record<string, unknown>>,
  checks: Readonly<Record<string, Check>>,
  place = '',
): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    return check?.(value) ? [] : [place + name];
  });
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value)) return value;
  } catch {
    // Said below, like any other text that is no policy.
  }
  throw new Error('HANDSEL_POLICY must be a JSON object, such as {"reviewDays":10}.');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
