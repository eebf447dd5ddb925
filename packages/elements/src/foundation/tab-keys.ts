/** Moves between the tabs of a list with arrows, Home and End; arrows follow the direction of the text. */
export function moveTab(event: KeyboardEvent, choose: (tab: HTMLElement) => void): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role="tab"]')];
  const at = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
  const step = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: at + step,
    ArrowLeft: at - step,
    Home: 0,
    End: tabs.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined) return;
  event.preventDefault();
  const tab = tabs[(goal + tabs.length) % tabs.length];
  if (!tab) return;
  choose(tab);
  tab.focus();
  tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
