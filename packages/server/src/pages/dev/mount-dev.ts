import type { Hono } from 'hono';
import { mailHtml, mailPage, outboxPage } from './outbox.ts';
import { bankAnswer, bankPage } from './bank.ts';
import { answer, type Site, submitted } from '../site.ts';

/** Puts the outbox and the pretended bank at their addresses: only where no real client is. */
export function mountDev(outside: Hono, site: Site): void {
  const { world } = site;
  outside.get('/dev/outbox', ({ req }) => answer(site, req.raw, () => outboxPage(world)));
  outside.get('/dev/outbox/:id', ({ req }) => answer(site, req.raw, () => mailPage(world, req.param('id'))));
  outside.get('/dev/outbox/:id/html', async ({ req }) => {
    const found = await mailHtml(world, req.param('id'));
    return found ?? answer(site, req.raw, () => mailPage(world, req.param('id')));
  });
  outside.get('/dev/bank/:contractId/:chargeId', ({ req }) =>
    answer(site, req.raw, () => bankPage(world, req.param())),
  );
  outside.post('/dev/bank/:contractId/:chargeId', ({ req }) =>
    submitted(site, req.raw, (_, form) => bankAnswer(world, req.param(), form)),
  );
}
