import { type Instant } from '@handsel/protocol';
import type { Reader, Tx } from './store.ts';
/** Something to be done later, at least once; whoever does it looks first whether it still is to be done. */
export interface JobDraft {
    /** Empty when it belongs to no contract. */
    readonly contractId: string;
    /** The same id is the same job: it is planned once. */
    readonly id: string;
    readonly kind: string;
    readonly subject: string;
    readonly runAt: Instant;
    readonly now: Instant;
}
/** Plans a job; one that is planned already stays as it is. */
export declare function addJob(tx: Tx, { contractId, id, kind, subject, runAt, now }: JobDraft): Promise<void>;
/** A job somebody has taken. */
export interface ClaimedJob {
    readonly contractId: string;
    readonly id: string;
    readonly kind: string;
    readonly subject: string;
    /** JSON. */
    readonly data: string;
    readonly tries: number;
    /** The token of whoever took it; a late worker's is refused. */
    readonly lease: string;
}
/** Takes jobs whose time has come, so that nobody else does them meanwhile. */
export declare function claimJobs(tx: Tx, { now, lease, limit }: {
    readonly now: Instant;
    readonly lease: string;
    readonly limit: number;
}): Promise<ClaimedJob[]>;
/** Notes that a job is done. False when another worker had taken it over. */
export declare function finishJob(tx: Tx, { contractId, id, lease }: ClaimedJob, now: Instant): Promise<boolean>;
/** Gives a job back: it is tried again after a pause that doubles up to an hour. No job about money is ever given up. */
export declare function postponeJob(tx: Tx, { contractId, id, lease, tries }: ClaimedJob, { now, error }: {
    readonly now: Instant;
    readonly error: string | null;
}): Promise<void>;
/** When the next job or mail is due; undefined when nothing waits. */
export declare function nextDue(q: Reader): Promise<Instant | undefined>;
//# sourceMappingURL=jobs.d.ts.map