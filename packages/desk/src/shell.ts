import { html, render, type TemplateResult } from 'lit';
import { deskWords as words } from './locales.ts';

/** The places of the page that the desk draws into, taken over from the plain HTML the backend sent. */
export interface Shell {
  readonly head: HTMLElement;
  readonly notice: HTMLElement;
  readonly main: HTMLElement;
  readonly foot: HTMLElement;
  /** Whether the page came with the word that nobody is signed in: then nobody needs to ask. */
  readonly signedOut: boolean;
  /** Says that the next page is on its way. */
  waiting(waits: boolean): void;
  /** Shows something over the page, which stays as it is. */
  openDialog(view: TemplateResult): void;
  /** Whether there was a dialog to close. */
  closeDialog(): boolean;
}

function place(document: Document, attribute: string, tag: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[${attribute}]`);
  if (found) return found;
  const made = document.createElement(tag);
  made.setAttribute(attribute, '');
  return made;
}

function empty(element: HTMLElement): void {
  while (element.firstChild) element.firstChild.remove();
}

interface Extras {
  readonly notice: HTMLElement;
  readonly bar: HTMLElement;
  readonly dialog: HTMLDialogElement;
}

function extras(document: Document): Extras {
  const [notice, bar, dialog] = [
    document.createElement('div'),
    document.createElement('div'),
    document.createElement('dialog'),
  ];
  notice.className = 'frame';
  bar.className = 'loading-bar';
  bar.setAttribute('role', 'status');
  dialog.className = 'sheet narrow';
  return { notice, bar, dialog };
}

/** Takes the page over. The forms go when the first page is drawn, not before: until then they are what there is. */
export function takeOver(document: Document): Shell {
  const head = place(document, 'data-handsel-frame', 'header');
  const main = place(document, 'data-handsel-page', 'main');
  const foot = place(document, 'data-handsel-foot', 'footer');
  const { notice, bar, dialog } = extras(document);
  main.tabIndex = -1;
  if (!main.isConnected) document.body.append(head, main, foot);
  main.before(notice);
  document.body.append(bar, dialog);
  let taken = false;
  const take = () => {
    taken = true;
    for (const part of [head, main, foot]) empty(part);
    main.removeAttribute('data-handsel-page');
  };
  return {
    head,
    notice,
    main,
    foot,
    signedOut: head.hasAttribute('data-signed-out'),
    waiting(waits) {
      bar.toggleAttribute('data-waiting', waits);
      render(html`<span class="spoken">${waits ? words.loading : ''}</span>`, bar);
      if (!waits && !taken) take();
    },
    openDialog(view) {
      render(view, dialog);
      if (!dialog.open) dialog.showModal();
    },
    closeDialog: () => close(dialog),
  };
}

function close(dialog: HTMLDialogElement): boolean {
  if (!dialog.open) return false;
  dialog.close();
  render(html``, dialog);
  return true;
}
