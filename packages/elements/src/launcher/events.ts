/** Asked before the contracts are opened. `preventDefault()` and show them yourself. */
export class BeforeOpenEvent extends CustomEvent<undefined> {
  static readonly type = 'handsel-before-open';
  constructor() {
    super(BeforeOpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
