import type { FlowEdge } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { PathStep, Variant } from '../calls/variant.ts';
import type { Outcome } from './outcome.ts';
import type { VariantReplay } from './replay-variant.ts';

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
  /** Moves made while a call was here, and those of them that the flow allows. */
  readonly moves: Moves;
}

/** Moves of calls: fitness is the share of them that fits. */
export interface Moves {
  readonly made: number;
  readonly fitting: number;
}

/** A path of the log and what it did on the flow. */
export interface ReplayedPath extends VariantReplay {
  readonly steps: readonly PathStep[];
  readonly calls: number;
  readonly duration: Variant['duration'];
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
  /**
   * `unknown-node`: the log names a node that the flow hasn't; `no-such-move`: no edge fits;
   * `unknown-start`: the call doesn't begin where a call can; `event-not-possible`: what happened
   * can't happen at this kind of node, or at that point of a call.
   */
  readonly kind: 'unknown-node' | 'no-such-move' | 'unknown-start' | 'event-not-possible';
  /** Where the call was; empty before its first node. */
  readonly node: string;
  /** What the log says happened there. */
  readonly did: string;
  readonly calls: number;
  /** Moves of that kind; a call may make several. */
  readonly times: number;
  /** When the first and the last call with it began, where the log was read for that: UTC. */
  readonly seen: { readonly from: number; readonly to: number } | undefined;
  /** The path of most calls with it, up to the event that doesn't fit; at most eight events. */
  readonly example: readonly PathStep[];
  /** The likely cause, in a sentence. */
  readonly message: string;
}

/** What all calls of a log did on a flow. */
export interface Replay {
  readonly calls: number;
  readonly variants: number;
  /** Every event of a log but `end` is a move; the flow allows those that fit. */
  readonly moves: Moves;
  /** Share of moves in the log that the flow allows, weighted by calls; nothing for an empty log. */
  readonly fitness: number | undefined;
  /** Calls that replay without any deviation. */
  readonly fittingCalls: number;
  /** Every outcome with its calls; they add up to `calls`. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Calls among the `failed` that the menu ended as it was built to, as when it says it is closed. */
  readonly turnedAway: number;
  /** Every node of the flow, in script order. */
  readonly nodes: readonly NodeReplay[];
  /** Drop-outs before the first node, or at a node that the flow hasn't. */
  readonly dropOutsElsewhere: number;
  /** Every edge of the flow, in script order. */
  readonly edges: readonly EdgeReplay[];
  /** Most calls first. */
  readonly deviations: readonly Deviation[];
  /** The paths of the log, as they come there: most calls first. */
  readonly paths: readonly ReplayedPath[];
}
