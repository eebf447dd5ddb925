import { DatabaseSync } from 'node:sqlite';
import type { Home } from '../store/home.ts';
import { bindable, SQLITE_PRAGMAS, sqliteDialect, type SqliteHandle } from '../store/sqlite.ts';

/** A store in one SQLite file, or in memory with `:memory:`. Only one process should write much. */
export function sqliteHome(path: string): Home {
  return { engine: 'sqlite', dialect: sqliteDialect(() => nodeHandle(path)) };
}

/** Opens a file by Node's own SQLite: every commit is on the disk before it is acknowledged. */
export function nodeHandle(path: string): SqliteHandle {
  const db = new DatabaseSync(path);
  for (const pragma of SQLITE_PRAGMAS) db.exec(pragma);
  if (path !== ':memory:') db.exec('pragma journal_mode = wal; pragma synchronous = full');
  return {
    prepare(sql) {
      const statement = db.prepare(sql);
      return {
        reads: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters.map(bindable)),
        run: (parameters) => Number(statement.run(...parameters.map(bindable)).changes),
        free() {
          // Node frees a statement with the object.
        },
      };
    },
    exec: (sql) => {
      db.exec(sql);
    },
    close: () => {
      db.close();
    },
  };
}
