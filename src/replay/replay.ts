import type { FlowEdge } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { Outcome } from './outcome.ts';

/** What calls did at one node of the flow. */
export interface NodeReplay {
  readonly id: NodeId;
  /** Calls that came here at least once. */
  readonly entered: number;
  /** Times that calls came here. */
  readonly visits: number;
  /** Calls that ended here without success: last node of a call `hung-up` or `timed-out`. */
  readonly dropOuts: number;
  /** Events, not calls. */
  readonly noInputs: number;
  readonly noMatches: number;
}

/** How often calls went a way of the flow. */
export interface EdgeReplay {
  readonly edge: FlowEdge;
  /** Times it was taken. */
  readonly taken: number;
  /** Calls that took it at least once. */
  readonly calls: number;
}

/** A way in which calls differ from the flow. */
export interface Deviation {
  /** `unknown-node`: the log names a node that the flow hasn't; `no-such-move`: no edge fits. */
  readonly kind: 'unknown-node' | 'no-such-move' | 'unknown-start' | 'event-not-possible';
  readonly node: string;
  /** What the log says happened there. */
  readonly did: string;
  readonly calls: number;
  /** The likely cause, in a sentence. */
  readonly message: string;
}

/** What all calls of a log did on a flow. */
export interface Replay {
  readonly calls: number;
  readonly variants: number;
  /** Share of moves in the log that the flow allows, weighted by calls; nothing for an empty log. */
  readonly fitness: number | undefined;
  /** Calls that replay without any deviation. */
  readonly fittingCalls: number;
  /** Every outcome with its calls; they add up to `calls`. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Every node of the flow, in script order. */
  readonly nodes: readonly NodeReplay[];
  /** Every edge of the flow, in script order. */
  readonly edges: readonly EdgeReplay[];
  /** Most calls first. */
  readonly deviations: readonly Deviation[];
}
