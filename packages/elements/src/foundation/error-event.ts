/** Something failed. The element shows it as well; listen to log it or to sign the person in again. */
export class WidgetErrorEvent extends CustomEvent<{ error: Error }> {
  static readonly type = 'handsel-error';
  constructor(error: unknown) {
    super(WidgetErrorEvent.type, {
      detail: { error: error instanceof Error ? error : new Error(String(error)) },
      bubbles: true,
      composed: true,
    });
  }
}
