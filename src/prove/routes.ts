import type { CallFlow, FlowNode } from '../flow/call-flow.ts';
import type { Directory } from '../routing/directory.ts';
import type { Drill } from '../routing/drill.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { AskedNames } from './asked-names.ts';
import type { Conditions } from './conditions.ts';
import type { Spot } from './spot.ts';

/** All that decides how calls go on. */
export interface Routes {
  readonly flow: CallFlow;
  readonly directory: Directory | undefined;
  readonly drills: readonly Drill[];
  readonly asked: AskedNames;
  readonly conditions: Conditions;
  /** Queues for which somebody is staffed at some hour. */
  readonly everStaffed: (queue: string) => boolean;
  /** The longest call that is thought of, in seconds. */
  readonly longestCall: number;
  readonly note: (assumption: Assumption) => void;
}

/** Something that is taken to be so because nobody can know, and what it is about. */
export interface Assumption {
  readonly kind: 'calendar' | 'queue' | 'number' | 'queue-status' | 'opaque' | 'subflow' | 'value';
  readonly name: string;
}

/** A call at a spot. */
export interface Here {
  readonly routes: Routes;
  readonly spot: Spot;
  readonly flowNode: FlowNode;
  readonly node: ScriptNode;
}

/** A call at a spot of one kind. */
export interface At<Kind extends NodeKind> extends Here {
  readonly node: NodeOfKind<Kind>;
}
