import { newToken } from '../chance.ts';
import { type ClaimedMail, claimMails, mailRefused, mailSent } from '../store/outbox.ts';
import type { World } from '../world.ts';
import type { MailTransport } from './transport.ts';

const AT_ONCE = 10;

/**
 * Hands every waiting mail to the transport; without one the outbox is where mails end. A mail is noted as sent after
 * it was taken, so after a crash it may be sent twice, with the same Message-ID, but never not at all.
 */
export async function deliverMails(world: World, transport: MailTransport | null): Promise<number> {
  for (let count = 0; ;) {
    const lease = newToken('lse', world.random);
    const mails = await world.store.write((tx) => claimMails(tx, { now: world.clock.now(), lease, limit: AT_ONCE }));
    // What waited too long behind a slow server is left: another process may be sending it.
    for (const mail of mails) if (world.clock.now() < mail.leaseUntil) await deliver(world, transport, mail, lease);
    count += mails.length;
    if (mails.length < AT_ONCE) return count;
  }
}

async function deliver(world: World, transport: MailTransport | null, mail: ClaimedMail, lease: string): Promise<void> {
  const { id, to, subject, text, html } = mail;
  try {
    await transport?.({ id, to, subject, text, html });
    await world.store.write((tx) => mailSent(tx, mail, lease, world.clock.now()));
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error;
    world.log('warn', 'a mail was not taken', { mailId: mail.id, tries: mail.tries, error: name });
    await world.store.write((tx) => mailRefused(tx, mail, { lease, now: world.clock.now(), error: name }));
  }
}
