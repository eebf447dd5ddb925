import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { ORIGIN, testApp } from '../testing/app.ts';
import { asking, bearer } from '../testing/ask.ts';
import { both, DRAFT, mailedCodes, mailedInvitation, sendOffer } from '../testing/offer.ts';

async function offered(t: TestContext) {
  const app = await testApp();
  t.after(() => app.close());
  const people = await both(app);
  const contractId = await sendOffer(people);
  const nobody = asking(app);
  const code = async (invitation: string) => {
    const { status } = await nobody('invitations.requestCode', { invitation });
    assert.equal(status, 202);
    return (await mailedCodes(app)).at(-1) ?? '';
  };
  return { app, ...people, nobody, contractId, invitation: await mailedInvitation(app), code };
}

const outcomeOf = ({ code, status }: { code: string; status: number }) => code || status;

describe('The link of an invitation', () => {
  it('changes nothing however often it is looked at', async (t) => {
    const { app, nobody, robin, contractId, invitation } = await offered(t);
    const before = (await robin('contracts.retrieve', { contractId })).body;
    for (const method of ['GET', 'HEAD', 'GET']) {
      const response = await app.backend.fetch(new Request(`${ORIGIN}/invitation/${invitation}`, { method }));
      await response.body?.cancel();
    }
    for (let n = 0; n < 5; n++) {
      const { body } = await nobody('invitations.retrieve', { invitation });
      assert.deepEqual([body.status, body.freelancerName, body.emailHint], ['open', 'Robin Vale', 'k…@arden.example']);
    }
    assert.deepEqual((await robin('contracts.retrieve', { contractId })).body, before);
    assert.equal((await mailedCodes(app)).length, 0);
  });

  it('needs the code that was mailed to the same address', async (t) => {
    const { app, nobody, invitation, contractId, code } = await offered(t);
    assert.equal((await nobody('invitations.verify', { invitation, code: '123456' })).code, 'CODE_INVALID');
    const opened = await nobody('invitations.verify', { invitation, code: await code(invitation) });
    assert.equal(opened.status, 201);
    const kim = asking(app, bearer(opened.body.token ?? ''));
    assert.equal((await kim('contracts.retrieve', { contractId })).body.viewer, 'client');
  });

  it('opens again another day, with another code', async (t) => {
    const { app, nobody, invitation, code } = await offered(t);
    await nobody('invitations.verify', { invitation, code: await code(invitation) });
    await app.advance(24);
    assert.equal((await nobody('invitations.verify', { invitation, code: await code(invitation) })).status, 201);
  });

  it('stops working when the offer is sent again or replaced', async (t) => {
    const { app, robin, nobody, contractId, invitation } = await offered(t);
    await robin('contracts.resend', { contractId });
    const second = await mailedInvitation(app);
    const { version } = (await robin('contracts.retrieve', { contractId })).body;
    const revision = { contractId, draft: { ...DRAFT, title: 'Another title' }, signature: 'Robin Vale' };
    await robin('contracts.revise', revision, { 'if-match': `"${version}"` });
    for (const old of [invitation, second]) {
      assert.equal((await nobody('invitations.retrieve', { invitation: old })).body.status, 'replaced');
      assert.equal((await nobody('invitations.requestCode', { invitation: old })).code, 'NOT_FOUND');
      assert.equal((await nobody('invitations.verify', { invitation: old, code: '123456' })).code, 'NOT_FOUND');
    }
    const newest = await mailedInvitation(app);
    assert.equal((await nobody('invitations.retrieve', { invitation: newest })).body.status, 'open');
  });

  it('is of no use with a code that was sent before the offer was replaced', async (t) => {
    const { app, robin, nobody, contractId, invitation, code } = await offered(t);
    const known = await code(invitation);
    await robin('contracts.resend', { contractId });
    const tried = await nobody('invitations.verify', { invitation: await mailedInvitation(app), code: known });
    assert.equal(tried.code, 'CODE_INVALID');
  });

  it('says that the offer was withdrawn, and opens nothing', async (t) => {
    const { robin, nobody, contractId, invitation, code } = await offered(t);
    const known = await code(invitation);
    await robin('contracts.withdraw', { contractId });
    assert.equal((await nobody('invitations.retrieve', { invitation })).body.status, 'withdrawn');
    assert.equal((await nobody('invitations.verify', { invitation, code: known })).code, 'NOT_FOUND');
  });

  it('says that the offer has expired from the moment it has, even before the clock’s job ran', async (t) => {
    const { app, nobody, invitation } = await offered(t);
    await app.advance(30 * 24 - 0.001);
    const open = await mailedInvitation(app);
    assert.equal((await nobody('invitations.retrieve', { invitation: open })).body.status, 'open');
    await app.advance(0.001);
    assert.equal((await nobody('invitations.retrieve', { invitation: open })).body.status, 'expired');
    assert.equal((await nobody('invitations.retrieve', { invitation })).body.status, 'expired');
  });

  it('cannot be opened with the code of another invitation to the same person', async (t) => {
    const { app, robin, nobody, invitation, code } = await offered(t);
    await sendOffer({ robin }, { ...DRAFT, title: 'Another contract' });
    const other = await mailedInvitation(app);
    const known = await code(other);
    assert.equal((await nobody('invitations.verify', { invitation, code: known })).code, 'CODE_INVALID');
    assert.equal((await nobody('invitations.verify', { invitation: other, code: known })).status, 201);
  });

  it('looks the same when it never was as when it cannot be', async (t) => {
    const { nobody } = await offered(t);
    const never = await nobody('invitations.retrieve', { invitation: 'inv_never_never_never_never' });
    assert.equal(outcomeOf(never), 'NOT_FOUND');
  });

  it('is kept by its hash alone', async (t) => {
    const { app, invitation, code } = await offered(t);
    const digits = await code(invitation);
    const tables = await app.store.read(async ({ db }) => ({
      invitations: await db.selectFrom('invitations').selectAll().execute(),
      codes: await db.selectFrom('email_codes').selectAll().execute(),
    }));
    const text = JSON.stringify(tables);
    assert.ok(!text.includes(invitation) && !text.includes(`"${digits}"`));
  });
});
