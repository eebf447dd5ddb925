// The integrator's server: holds the secret key, and gives each page a session of fifteen minutes.
import { createServer } from 'node:http';
import { createClient } from '@handsel/core';
import { createServer as createVite } from 'vite';

const port = Number(process.env['PORT'] ?? 4410);
const backend = process.env['HANDSEL_URL'] ?? 'http://localhost:4400';
const key = process.env['HANDSEL_SECRET_KEY'];
if (!key) {
  console.error('Set HANDSEL_SECRET_KEY to the key that your backend printed when it was first started.');
  process.exit(2);
}

const handsel = createClient({ backend, key });
const vite = await createVite({ root: import.meta.dirname, server: { middlewareMode: true }, appType: 'spa' });

const server = createServer((request, response) => {
  if (request.method === 'POST' && request.url === '/session') {
    // A real app looks here who is signed in, and mints a session for exactly that person.
    handsel.sessions
      .mint({ role: 'freelancer', origins: [`http://localhost:${port}`] })
      .then(({ token }) => {
        response.setHeader('Content-Type', 'application/json').setHeader('Cache-Control', 'no-store');
        response.end(JSON.stringify({ token, backend }));
      })
      .catch((error: unknown) => {
        console.error(error);
        response.writeHead(502).end();
      });
    return;
  }
  vite.middlewares(request, response);
});

server.listen(port, 'localhost', () => {
  console.log(`The app runs at http://localhost:${port}, with contracts from ${backend}.`);
});
