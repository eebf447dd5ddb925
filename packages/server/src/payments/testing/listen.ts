import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe, type StripeOptions } from '../stripe.ts';
import type { FakeStripe } from './fake-stripe.ts';

/** The Stripe adapter over a real connection to a fake on a port of this machine. A lost answer is one that breaks. */
export async function listen(stripe: FakeStripe) {
  const server = createServer((request, response) => {
    const pieces: Uint8Array[] = [];
    request.on('data', (piece: Uint8Array) => pieces.push(piece));
    request.on('end', () => {
      const { method = 'GET', url = '/' } = request;
      const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as [string, string]);
      const body = method === 'GET' ? null : Buffer.concat(pieces);
      stripe.fetch(`http://stripe.test${url}`, { method, headers, body }).then(
        async (answer) => {
          response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
        },
        () => response.destroy(),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address: StripeOptions['address'] = { protocol: 'http', host: '127.0.0.1', port };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  const { secretKey, webhookSecret } = stripe;
  return { provider: new Stripe({ secretKey, webhookSecret, address, retries: 0 }), close };
}
