import { bindable, type Home, safeNumber, SQLITE_PRAGMAS, sqliteDialect, type SqliteHandle } from '@handsel/server';
import type { Database, PreparedStatement, SqlValue } from '@sqlite.org/sqlite-wasm';
import type { Sqlite } from './sqlite.ts';

/** A store in the memory of this tab or process, empty or as a copy of another one's bytes. */
export function wasmHome(sqlite: Sqlite, bytes?: Uint8Array): Home & { copy(): Uint8Array } {
  const db = new sqlite.oo1.DB(':memory:');
  if (bytes) fill(sqlite, db, bytes);
  // They belong to the connection, so the bytes do not bring them.
  for (const pragma of SQLITE_PRAGMAS) db.exec(pragma);
  return {
    engine: 'sqlite',
    dialect: sqliteDialect(() => handleOf(db)),
    copy: () => sqlite.capi.sqlite3_js_db_export(db),
  };
}

function fill({ capi, wasm }: Sqlite, db: Database, bytes: Uint8Array): void {
  const size = bytes.byteLength;
  // SQLite frees this memory when the database is closed, also when it refuses it.
  const place = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  db.checkRc(capi.sqlite3_deserialize(db, 'main', place, size, size, flags));
}

function handleOf(db: Database): SqliteHandle {
  return {
    prepare: (sql) => statementOf(db, db.prepare(sql)),
    exec: (sql) => {
      db.exec(sql);
    },
    close: () => {
      db.close();
    },
  };
}

function statementOf(db: Database, statement: PreparedStatement) {
  const names = statement.columnCount > 0 ? statement.getColumnNames() : [];
  return {
    reads: names.length > 0,
    all: (parameters: readonly unknown[]) =>
      using(statement, parameters, () => {
        const rows: Record<string, unknown>[] = [];
        while (statement.step()) rows.push(rowOf(names, statement.get([])));
        return rows;
      }),
    run: (parameters: readonly unknown[]) =>
      using(statement, parameters, () => {
        statement.step();
        return db.changes();
      }),
    free: () => {
      statement.finalize();
    },
  };
}

// A statement that is not reset keeps its transaction from ending.
function using<T>(statement: PreparedStatement, parameters: readonly unknown[], work: () => T): T {
  try {
    if (parameters.length > 0) statement.bind(parameters.map(bindable));
    return work();
  } finally {
    statement.resetNoThrow(true);
  }
}

function rowOf(names: readonly string[], values: readonly SqlValue[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    const value = values[index];
    row[name] = typeof value === 'bigint' ? safeNumber(value) : value;
  }
  return row;
}
