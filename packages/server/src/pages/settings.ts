import { updateParty } from '@handsel/protocol';
import { type Attempt, refusedAttempt } from './attempt.ts';
import { button, fieldOf, formOf, stateOf } from './fields.ts';
import { html } from './html.ts';
import type { Page, Room, Visit } from './visit.ts';

/** The name and company that the other side sees. */
export const settings: Room = {
  side: 'freelancer',
  show: (visit) => Promise.resolve(settingsPage(visit)),
  act: async (visit, form) => {
    const changes = { name: form.text('name'), company: form.filled('company') ?? null };
    const answer = await visit.calls.make(updateParty, changes, { key: form.key });
    if (answer.ok) return { to: '/settings?saved' };
    const names = {
      '/name': ['name', 'Enter your name.'],
      '/company': ['company', 'Enter the company’s name, or nothing.'],
    } as const;
    return settingsPage(visit, refusedAttempt(form, answer.problem, names));
  },
};

function settingsPage(visit: Visit, attempt?: Attempt): Page {
  const { party } = visit.session ?? {};
  const state = stateOf('save', visit.newKey, attempt);
  const inside = html`<p>What the other side of your contracts sees.</p>
    ${fieldOf(state, { name: 'name', label: 'Your name', value: party?.name ?? '', autocomplete: 'name' })}
    ${fieldOf(state, { name: 'company', label: 'Company', value: party?.company ?? '', autocomplete: 'organization', optional: true })}
    <div class="field"><span>Your address</span><output>${party?.email}</output></div>
    <p class="actions">
      ${button('Save')}${visit.url.searchParams.has('saved') && !attempt && html`<span role="status">Saved.</span>`}
    </p>`;
  const body = html`<h1>Settings</h1>
    ${formOf(state, inside)}`;
  return { name: 'settings', title: 'Settings', body, narrow: true, status: attempt ? 422 : 200 };
}
