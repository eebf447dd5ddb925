import type { Problem } from '@handsel/protocol';
import { problemText } from './attempt.ts';
import { html } from './html.ts';
import type { Page } from './visit.ts';

/** What is not here, or not for the one who asks: both look the same. */
export const notFoundPage: Page = {
  name: 'not-found',
  title: 'This page is not here',
  body: html`<h1>This page is not here</h1>
    <p>The address may be mistyped, or the contract is not one you may see.</p>
    <p class="actions">
      <a class="button" href="/">Go to your contracts</a> <a href="/review">Contracts you were sent</a>
    </p>`,
  narrow: true,
  status: 404,
};

/** A form that no page of ours has sent. Nothing of it was done. */
export const foreignFormPage: Page = {
  name: null,
  title: 'Not sent',
  body: html`<h1>Nothing was sent</h1>
    <p>
      This form did not come from a page of this site, or your browser does not say so. Open the page here and send it
      again.
    </p>
    <p class="actions"><a class="button" href="/">Go to your contracts</a></p>`,
  narrow: true,
  status: 403,
};

/** A page that cannot be shown now. */
export function failedPage(problem: Problem): Page {
  return {
    name: null,
    title: 'Not possible now',
    body: html`<h1>This page did not load</h1>
      <p class="error" role="alert">${problemText(problem)}</p>
      <p class="actions"><a class="button second" href="">Try again</a> <a href="/">Go to your contracts</a></p>`,
    narrow: true,
    status: problem.status,
  };
}
