import { readEnvironment, type RunningServer, startServer } from '../../packages/server/src/node.ts';
import type { Tx } from '../../packages/server/src/store/store.ts';
import { hostedSession } from '../../packages/server/src/testing/app.ts';
import { answerParent } from './lib/child.ts';

let server: RunningServer | undefined;
const failures: string[] = [];

function running(): RunningServer {
  if (!server) throw new Error('The server was not started.');
  return server;
}

const questions = {
  /** The server as anybody starts it, from its environment. */
  async start() {
    server = await startServer({
      environment: readEnvironment(process.env),
      log: (level, message, facts) => {
        if (level === 'error') failures.push(`${message} ${JSON.stringify(facts)}`);
      },
    });
  },
  signIn: async () => ({
    freelancer: await hostedSession(running().app, 'freelancer', running().first.email),
    client: await hostedSession(running().app, 'client', 'kim@arden.example'),
  }),
  /** Dies in the moment after the next command is stored, before anybody is told. */
  dieAfterCommand() {
    const { store } = running().app.world;
    const write = store.write.bind(store);
    store.write = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      let command = false;
      const result = await write((tx) => {
        const publish: Tx['publish'] = (message) => {
          command ||= message.topic === 'contract';
          tx.publish(message);
        };
        return work({ ...tx, publish });
      });
      if (command) process.kill(process.pid, 'SIGKILL');
      return result;
    };
  },
  failures: () => failures,
};

/** What a server that may be killed can be asked. */
export type Killable = typeof questions;

answerParent(questions);
