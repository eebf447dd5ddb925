import type { ContractId, Role, Session } from '@handsel/protocol';
import type { PageCalls } from './calls.ts';
import type { Form } from './form.ts';
import type { SafeHtml } from './html.ts';

/** Somebody asks for a page. */
export interface Visit {
  readonly url: URL;
  /** The way to the API, with the visitor's own cookie: a page may do what its reader may, and nothing else. */
  readonly calls: PageCalls;
  /** Null while nobody is signed in. */
  readonly session: Session | null;
  /** Names the intent of one rendered form. */
  newKey(): string;
}

/** The names by which the desk's script knows its pages; the others are pages of their own. */
export type PageName =
  'desk' | 'create' | 'contract' | 'edit' | 'settings' | 'reviews' | 'review' | 'invitation' | 'not-found';

/** One page, ready to be framed. */
export interface Page {
  /** Null for pages without elements: the script leaves them alone. */
  readonly name: PageName | null;
  readonly title: string;
  readonly body: SafeHtml;
  readonly contractId?: ContractId | undefined;
  /** 200 when left out. */
  readonly status?: number;
  /** A page of one short form. */
  readonly narrow?: boolean;
  /** Headers in the place of those every page has. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Another address is meant; after a form it is asked for by GET, so that loading it again sends nothing. */
export interface Elsewhere {
  readonly to: string;
  /** `Set-Cookie` headers of the API. */
  readonly cookies?: readonly string[];
}

/** What a visit leads to. */
export type Outcome = Page | Elsewhere;

/** One address of the hosted pages. */
export interface Room {
  /** Whom it asks to sign in, and as whom; undefined where nobody has to. */
  readonly side: Role | undefined;
  show(visit: Visit): Promise<Outcome>;
  /** What its forms do. Every form says what it wants in its field `do`. */
  act?(visit: Visit, form: Form): Promise<Outcome>;
}
