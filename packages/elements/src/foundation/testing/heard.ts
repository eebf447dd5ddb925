/** What is read out from now on to those who cannot see an element: each text of its live regions, once, in order. */
export function heard(element: Element): () => readonly string[] {
  const root = element.shadowRoot;
  if (!root) throw new Error(`<${element.localName}> has nothing to be heard.`);
  const texts: string[] = [];
  const note = () => {
    for (const region of root.querySelectorAll('[role="alert"], [role="status"], [aria-live]')) {
      const text = (region.textContent ?? '').replace(/\s+/g, ' ').trim();
      if (text !== '' && !texts.includes(text)) texts.push(text);
    }
  };
  note();
  const before = texts.length;
  new MutationObserver(note).observe(root, { subtree: true, childList: true, characterData: true });
  return () => texts.slice(before);
}
