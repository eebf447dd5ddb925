import type { Client } from '@handsel/core';
import type { Contract, ContractId, Role, Session } from '@handsel/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import { deskWords as words } from '../locales.ts';
import type { Route } from '../routes.ts';

/** Somebody wants to sign in as the other side. */
export class SignInAskedEvent extends CustomEvent<{ side: Role }> {
  static readonly type = 'desk-sign-in-asked';
  constructor(side: Role) {
    super(SignInAskedEvent.type, { detail: { side }, bubbles: true });
  }
}

/** What a page is made from. */
export interface PageContext {
  readonly client: Client;
  /** Undefined while nobody is signed in. */
  readonly session: Session | undefined;
  /** The secret part of the invitation link this visit began with. */
  readonly invitation: string;
}

/** One page, ready to be shown. */
export interface Page {
  /** The document's title. */
  readonly title: string;
  readonly view: TemplateResult;
  /** A page of one short form. */
  readonly narrow?: boolean;
  /** A page of elements has its title as a heading that is heard, not seen. */
  readonly heard?: boolean;
  /** Its element says itself that no real money moves. */
  readonly told?: boolean;
}

/** Another address is meant. */
export interface Elsewhere {
  readonly to: string;
}

/** Which side a page belongs to; undefined for pages of either side, or of nobody. */
export function sideOf(route: Route): Role | undefined {
  switch (route.page) {
    case 'desk':
    case 'create':
    case 'contract':
    case 'edit':
      return 'freelancer';
    case 'reviews':
    case 'review':
      return 'client';
    case 'settings':
    case 'invitation':
    case 'not-found':
      return undefined;
  }
}

/** Loads what a page needs, and says what it shows. Pages that need a session ask for one first. */
export async function pageOf(route: Route, context: PageContext): Promise<Page | Elsewhere> {
  if (route.page === 'invitation') return invitation(context);
  if (route.page === 'not-found') return notFound();
  if (!context.session) return signIn(context, sideOf(route) ?? 'freelancer');
  switch (route.page) {
    case 'desk':
      return context.session.role === 'client' ? { to: '/review' } : contracts('/contracts/{id}', '/contracts/new');
    case 'reviews':
      return context.session.role === 'freelancer' ? signIn(context, 'client') : contracts('/review/{id}', '');
    case 'create':
      return form(undefined);
    case 'edit':
      return form(route.contractId);
    case 'contract':
      return contract(route.contractId, context);
    case 'review':
      return review(route.contractId, context, context.session);
    case 'settings':
      await import('../define/settings.ts');
      return {
        title: words.settings,
        view: html`<desk-settings .client=${context.client} .session=${context.session}></desk-settings>`,
        narrow: true,
      };
  }
}

/** The form that everything else waits for. */
export async function signIn({ client }: PageContext, side: Role, text = ''): Promise<Page> {
  await import('../define/sign-in.ts');
  return {
    title: words.signIn,
    view: html`<desk-sign-in .client=${client} side=${side} .text=${text}></desk-sign-in>`,
    narrow: true,
  };
}

async function invitation({ client, invitation: token }: PageContext): Promise<Page> {
  await import('../define/invitation.ts');
  return {
    title: words.invitation,
    view: html`<desk-invitation .client=${client} .token=${token}></desk-invitation>`,
    narrow: true,
  };
}

/** What is not here, or not for the one who asks. */
export function notFound(): Page {
  return {
    title: words.notFound,
    view: html`<h1 tabindex="-1">${words.notFound}</h1>
      <p>${words.notFoundText}</p>
      <p class="actions"><a class="button" href="/">${words.toContracts}</a></p>`,
    narrow: true,
  };
}

async function contracts(contractHref: string, createHref: string): Promise<Page> {
  await import('@handsel/elements/define/contract-list.js');
  return {
    title: words.contracts,
    view: html`<handsel-contract-list
      contract-href=${contractHref}
      create-href=${createHref || nothing}
      ?no-create=${createHref === ''}
    ></handsel-contract-list>`,
    heard: true,
  };
}

async function form(contractId: ContractId | undefined): Promise<Page> {
  await import('@handsel/elements/define/contract-form.js');
  return {
    title: contractId ? words.edit : words.create,
    view: html`<handsel-contract-form as="freelancer" contract-id=${contractId ?? nothing}></handsel-contract-form>`,
    heard: true,
  };
}

// A draft is to be written on; whoever is the client of a contract reviews it.
async function contract(contractId: ContractId, { client }: PageContext): Promise<Page | Elsewhere> {
  const [read] = await Promise.all([
    client.contracts.retrieve(contractId),
    import('@handsel/elements/define/workroom.js'),
  ]);
  if (read.viewer === 'client') return { to: `/review/${contractId}` };
  if (read.status === 'draft') return form(contractId);
  return {
    title: read.title,
    view: html`<handsel-workroom contract-id=${contractId} back-href="/"></handsel-workroom>`,
    heard: true,
    told: true,
  };
}

async function review(contractId: ContractId, { client }: PageContext, session: Session): Promise<Page> {
  const [read] = await Promise.all([
    client.contracts.retrieve(contractId),
    import('@handsel/elements/define/contract-review.js'),
  ]);
  return {
    title: read.title,
    view: html`${read.viewer === 'freelancer' ? foreign(read, session) : nothing}
      <handsel-contract-review contract-id=${contractId}></handsel-contract-review>`,
    heard: true,
    told: true,
  };
}

function ask({ currentTarget }: Event): void {
  currentTarget?.dispatchEvent(new SignInAskedEvent('client'));
}

// Somebody who plays both sides in one browser is told which side this is.
function foreign({ freelancer }: Contract, { party }: Session): TemplateResult {
  const name = party.name ?? freelancer.name ?? party.email ?? '';
  return html`<p class="notice">
    ${words.asOther(name)}
    <button type="button" class="plain" @click=${ask}>${words.asOtherLink}</button>
  </p>`;
}
