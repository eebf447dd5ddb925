import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it } from 'node:test';
import { smtpTransport } from './smtp.ts';

describe('A mail server that takes a connection and says nothing', () => {
  it('is given up, so that the other mails are tried', { timeout: 5_000 }, async (t) => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    t.after(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    const send = smtpTransport(`smtp://127.0.0.1:${port}`, 'contracts@vale.example', 50);
    const mail = { id: 'mail_1', to: 'kim@arden.example', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };
    await assert.rejects(send(mail), /timeout|greeting/i);
    assert.equal(sockets.length, 1);
  });
});
