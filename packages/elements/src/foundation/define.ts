/** Registers an element, unless the page already has one of that name: a second copy of the script is harmless. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
