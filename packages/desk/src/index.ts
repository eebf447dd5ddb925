import '@handsel/elements/define/provider.js';
import { createClient } from '@handsel/core';
import { Desk } from './desk.ts';
import { takeOver } from './shell.ts';

export { Desk } from './desk.ts';
export { takeOver, type Shell } from './shell.ts';

// Neither key nor session: the session is a cookie of this origin that no script can read.
const client = createClient({ backend: location.origin });
void new Desk(window, takeOver(document), client).start();
