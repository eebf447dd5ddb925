/** A PostgreSQL that is up; its user may create databases. */
export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

export function startPostgres(options?: { fsync?: boolean }): Promise<Postgres>;

export function createDatabase(adminUrl: string): Promise<{ url: string; drop(): Promise<void> }>;
