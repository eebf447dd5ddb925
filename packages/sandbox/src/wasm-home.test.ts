import { storeSuite } from '../../server/src/store/testing/suite.ts';
import { loadSqlite } from './sqlite.ts';
import { wasmHome } from './wasm-home.ts';

storeSuite('SQLite in WASM', async () => ({ home: wasmHome(await loadSqlite()) }));
