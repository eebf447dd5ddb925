import type { MilestoneChangeItem, MilestoneDraft } from '@handsel/protocol';

/** What stands in the editor after somebody has added, edited, removed or moved a milestone. */
export interface MilestonesChange {
  readonly milestones: readonly MilestoneDraft[];
  /** On a signed contract: what to propose. Empty elsewhere. */
  readonly changes: readonly MilestoneChangeItem[];
}

/** Somebody has added, edited, removed or moved a milestone. */
export class MilestonesChangedEvent extends CustomEvent<MilestonesChange> {
  static readonly type = 'handsel-milestones-changed';
  constructor(detail: MilestonesChange) {
    super(MilestonesChangedEvent.type, { detail, bubbles: true, composed: true });
  }
}

/** Somebody types in the open row: nothing is decided, but a draft should keep it. Stays inside the form around it. */
export class MilestoneTypedEvent extends Event {
  static readonly type = 'handsel-milestone-typed';
  constructor() {
    super(MilestoneTypedEvent.type, { bubbles: true });
  }
}
