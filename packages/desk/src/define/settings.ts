import { SettingsElement } from '../pages/settings.ts';

if (!customElements.get('desk-settings')) customElements.define('desk-settings', SettingsElement);
