import { fits, type Schema } from '@handsel/protocol';
import { type Answer, Refused } from './calls.ts';
import { button, type Field, fieldOf, folded, formOf } from './fields.ts';
import type { Form } from './form.ts';
import { html, type Piece } from './html.ts';
import { at, type Making, type Step, type View } from './view.ts';

/** A step of one form: what it means, perhaps one thing to type, and a button. */
export interface Asking {
  readonly wish: string;
  readonly action: string;
  /** What opens it; left out, the form stands open. */
  readonly title?: (view: View) => string;
  readonly text?: (view: View) => Piece;
  readonly field?: (view: View) => Field;
  /** The input the field becomes, and what to say when it is missing. */
  readonly input?: readonly [pointer: string, missing: string];
  readonly press: (view: View) => string;
  readonly kind?: 'second' | 'danger';
  /** What was shown and is meant by the press. */
  readonly hidden?: (view: View) => Readonly<Record<string, string>>;
  readonly make: (making: Making) => Promise<Answer<unknown>>;
  readonly to?: string;
}

/** Makes a step of its description. */
export function stepOf(asking: Asking): Step {
  const { wish, action, make, to, input } = asking;
  const [pointer, missing = ''] = input ?? [];
  return {
    wish,
    action,
    make,
    ...(to !== undefined && { to }),
    ...(pointer !== undefined && { names: { [pointer]: [pointer.slice(1), missing] } }),
    render: (view) => draw(asking, view),
  };
}

function draw({ wish, title, text, field, press, kind, hidden }: Asking, view: View) {
  const state = at(view, wish);
  const inside = html`${text && html`<p>${text(view)}</p>`}${field && fieldOf(state, field(view))}
    <p class="actions">${button(press(view), kind ?? '')}</p>`;
  const form = formOf(state, inside, hidden?.(view));
  return title ? folded(title(view), state, form) : form;
}

/** An id that stood in the form. @throws {Refused} when it is none: nobody was shown such a form. */
export function idIn<T extends string>(form: Form, name: string, schema: Schema<T>): T {
  const id = form.text(name);
  if (fits(schema, id)) return id;
  throw new Refused({ type: 'about:blank', title: 'Not Found', status: 404, code: 'NOT_FOUND' });
}
