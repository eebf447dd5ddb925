import { InvitationElement } from '../pages/invitation.ts';

if (!customElements.get('desk-invitation')) customElements.define('desk-invitation', InvitationElement);
