import { sendKeys } from '@web/test-runner-commands';
import { focused } from './acts.ts';

/** Presses a key, as a person does. */
export const key = (press: string): Promise<void> => sendKeys({ press });

/** Goes on with Tab until the focus is there; answers the stops on the way. */
export async function tabTo(goal: string): Promise<string[]> {
  const stops: string[] = [];
  while (stops.at(-1) !== goal) {
    await key('Tab');
    stops.push(focused());
    if (stops.length > 30) throw new Error(`Tab does not reach ${goal}: ${stops.join(', ')}`);
  }
  return stops;
}

/** Goes to a field with Tab and types into it; answers the stops on the way. */
export async function write(goal: string, text: string): Promise<string[]> {
  const stops = await tabTo(goal);
  await sendKeys({ type: text });
  return stops;
}
