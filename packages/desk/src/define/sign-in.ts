import { SignInElement } from '../pages/sign-in.ts';

if (!customElements.get('desk-sign-in')) customElements.define('desk-sign-in', SignInElement);
