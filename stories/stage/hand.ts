const FRAMES = 600;

/** Every element below a root, through open shadow roots. */
function* deep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

const below = (element: Element): Element[] => [
  ...deep(element),
  ...(element.shadowRoot ? deep(element.shadowRoot) : []),
];

/** What an element and all below it says, as a person reads it. */
export function textOf(element: Element): string {
  const roots = [element, ...below(element)].flatMap((each) => (each.shadowRoot ? [each.shadowRoot] : []));
  const texts = roots.flatMap((root) => [...root.children].map((child) => child.textContent));
  return [element.textContent, ...texts].join(' ').replace(/\s+/g, ' ').trim();
}

/** Whether an element, or one below it, says that it is at work. */
export function isBusy(element: Element): boolean {
  return below(element).some((each) => each.getAttribute('aria-busy') === 'true');
}

/** Waits, frame by frame, until something is so; says what is missing instead. */
export async function until(so: () => boolean, missing: () => string): Promise<void> {
  for (let turn = 0; turn < FRAMES; turn += 1) {
    if (so()) return;
    await frame();
  }
  throw new Error(missing());
}

/** A person's hand on one element: presses, types and waits, as the story tells. */
export class Hand {
  readonly element: Element;

  constructor(element: Element) {
    this.element = element;
  }

  /** Waits until the element says something. */
  says(text: string): Promise<void> {
    const said = () => textOf(this.element).includes(text);
    return until(said, () => `It does not say “${text}”, but: ${textOf(this.element)}`);
  }

  /** Presses a button, link or tab by its words. */
  async press(name: string): Promise<void> {
    const button = await this.#find(`the button “${name}”`, (each) => isPressable(each) && nameOf(each) === name);
    button.focus();
    button.click();
  }

  /** Chooses a radio by its value. */
  async choose(value: string): Promise<void> {
    (await this.#find(`the choice ${value}`, (each) => each.matches(`input[type=radio][value="${value}"]`))).click();
  }

  /** Types into a field, by its id, its name or the slot it stands in. */
  async type(field: string, value: string): Promise<void> {
    const isIt = (each: Element) => ['id', 'slot', 'aria-label'].some((name) => each.getAttribute(name) === field);
    const found = await this.#find(`the field ${field}`, (each) => each.matches('input, textarea') && isIt(each));
    const input = found as HTMLInputElement;
    input.focus();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await frame();
  }

  async #find(what: string, is: (element: Element) => boolean): Promise<HTMLElement> {
    let found: Element | undefined;
    await until(
      () => (found = below(this.element).find(is)) !== undefined,
      () => `There is not ${what}. It says: ${textOf(this.element)}`,
    );
    return found as HTMLElement;
  }
}

const isPressable = (element: Element) => element.matches('button, a, [role=tab], [role=menuitem], summary');

function nameOf(element: Element): string {
  return (element.getAttribute('aria-label') ?? element.textContent).replace(/\s+/g, ' ').trim();
}
