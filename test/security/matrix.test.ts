import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import type { Operation } from '@handsel/protocol';
import { OPERATION_NAMES, type OperationName, OPERATIONS } from '@handsel/protocol/backend';
import { type Ask, askAll } from './ask.ts';
import { SAMPLES } from './samples.ts';

const FILE = new URL('matrix.txt', import.meta.url);

const money = (name: OperationName) => (OPERATIONS[name] as Operation).money === true;
const succeeded = ({ status }: Ask) => status < 300;

describe('Who may do what', () => {
  let asked: Ask[];

  before(async () => {
    asked = await askAll();
    // Whoever writes it anew reviews the difference before it is committed.
    if (process.env['UPDATE'] === '1') await writeFile(FILE, matrixOf(asked));
  });

  it('is asked for every operation', () => {
    assert.deepEqual(Object.keys(SAMPLES).sort(), OPERATION_NAMES);
  });

  it('is as it was reviewed', async () => {
    assert.deepEqual(matrixOf(asked).split('\n'), (await readFile(FILE, 'utf8')).split('\n'));
  });

  it('lets every operation succeed for somebody', () => {
    const possible = new Set(asked.filter(succeeded).map(({ operation }) => operation));
    assert.deepEqual(
      OPERATION_NAMES.filter((name) => !possible.has(name)),
      [],
    );
  });

  it('never lets money move for what a hostile page can hold', () => {
    const may = new Set(
      asked.filter((ask) => succeeded(ask) && money(ask.operation)).map(({ credential }) => credential),
    );
    assert.deepEqual([...may].sort(), [
      'cookie client, own page',
      'cookie freelancer, own page',
      'hosted client',
      'hosted freelancer',
      'trusted client',
      'trusted freelancer',
    ]);
  });

  it('shows nobody a contract of others', () => {
    const wrong = asked.filter((ask) => (succeeded(ask) && ask.about !== 'own') || ask.leaks.length > 0);
    assert.deepEqual(wrong, []);
  });

  it('gives a foreign contract the same answer as one that never was', () => {
    for (const ask of asked.filter(({ about }) => about === 'foreign')) {
      const absent = asked.find((other) => other.about === 'absent' && same(ask, other));
      assert.deepEqual({ ...ask, about: '' }, { ...absent, about: '' });
    }
  });

  it('lets no session of one contract touch another of the same person', () => {
    const wrong = asked.filter(({ credential, operation, status }) => {
      const aboutContract = OPERATIONS[operation].path.includes(':contractId');
      return credential.endsWith('other contract') && aboutContract && status < 400;
    });
    assert.deepEqual(wrong, []);
  });
});

function same(one: Ask, two: Ask): boolean {
  return one.operation === two.operation && one.credential === two.credential;
}

/** The checked-in file: one line for each operation and credential. */
function matrixOf(asked: readonly Ask[]): string {
  return OPERATION_NAMES.map((name) => {
    const { method, path } = OPERATIONS[name];
    const asks = asked.filter(({ operation }) => operation === name);
    const lines = [...new Set(asks.map(({ credential }) => credential))].map((credential) => {
      const outcomes = asks.filter((ask) => ask.credential === credential);
      return `  ${credential.padEnd(38)} ${outcomeOf(outcomes)}`;
    });
    return [`${name}: ${method} ${path}${money(name) ? ' (money)' : ''}`, ...lines].join('\n');
  })
    .join('\n\n')
    .concat('\n');
}

function outcomeOf(asks: readonly Ask[]): string {
  const texts = asks.map(
    ({ about, status, code }) => [about, code === '' ? String(status) : `${status} ${code}`] as const,
  );
  if (new Set(texts.map(([, text]) => text)).size === 1) return texts[0]?.[1] ?? '';
  return texts.map(([about, text]) => `${about} ${text}`).join(', ');
}
