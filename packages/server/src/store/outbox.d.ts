import { type ContractId, type Instant } from '@handsel/protocol';
import type { OutgoingMail } from '../mail/transport.ts';
import type { Tx } from './store.ts';
/** A mail that is to leave. */
export interface MailRecord extends OutgoingMail {
    /** Null when it is about no contract. */
    readonly contractId: ContractId | null;
    readonly template: string;
    readonly now: Instant;
}
/** Puts a mail into the outbox, in the transaction of what it tells. */
export declare function addMail(tx: Tx, mail: MailRecord): Promise<void>;
/** A mail somebody has taken to send it. */
export interface ClaimedMail extends OutgoingMail {
    readonly contractId: string;
    readonly tries: number;
}
/** Takes mails that wait, so that nobody else sends them meanwhile. */
export declare function claimMails(tx: Tx, { now, lease, limit }: {
    readonly now: Instant;
    readonly lease: string;
    readonly limit: number;
}): Promise<ClaimedMail[]>;
/** Notes that a mail has left. */
export declare function mailSent(tx: Tx, mail: ClaimedMail, lease: string, now: Instant): Promise<void>;
/** Notes that a mail was not taken: it is tried again with growing pauses, for about three days. */
export declare function mailRefused(tx: Tx, mail: ClaimedMail, { lease, now, error }: {
    readonly lease: string;
    readonly now: Instant;
    readonly error: string;
}): Promise<void>;
//# sourceMappingURL=outbox.d.ts.map