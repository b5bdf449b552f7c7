import type { CallFlow, FlowEdge } from '../../flow/call-flow.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';

/** An option that a caller looked for and chose, in the script of the call. */
export interface ChosenOption {
  readonly menu: NodeId;
  /** Its position in that menu. */
  readonly option: number;
}

/**
 * What a call has to come by, in order. Callers go from one stop to the next by the cheapest way.
 *
 * `goal`: what they called for, and the option that they chose for it; who gets there by an option
 * looks for that option, not for another that leads to the same queue. `way`: an edge that they took
 * although a cheaper way led to the goal (a wrong turn, silence until the menu went on). `jump`: a
 * move that the script of the call hasn't. `end`: where the call was last, then where it was before.
 */
export type Stop =
  | {
      readonly kind: 'goal';
      readonly node: NodeId;
      readonly by: ChosenOption | undefined;
      /** The option was chosen on the way to the stop before this one. */
      readonly isChosen: boolean;
    }
  | {
      readonly kind: 'way';
      readonly edge: FlowEdge;
      /** The option of the goal that follows was chosen on this way. */
      readonly isChoice: boolean;
      /** The menu went on by silence or a wrong entry that the log doesn't tell. */
      readonly isUntold: boolean;
    }
  | { readonly kind: 'jump'; readonly from: NodeId; readonly node: NodeId }
  | { readonly kind: 'end'; readonly nodes: readonly NodeId[] };

/** Silence and wrong entries of a call at a node. */
export interface Slips {
  readonly node: NodeId;
  readonly noInputs: number;
  readonly noMatches: number;
}

/** What calls met on their way that was not theirs to choose, as far as it matters where they can go. */
export interface Circumstances {
  /**
   * By node of their script: the ways that branches, tasks, queues and the like let them go, each as
   * its trigger and value; for menus the way back.
   */
  readonly answers: ReadonlyMap<NodeId, ReadonlySet<string>>;
  /** Languages that they chose; none where they were not asked. */
  readonly languages: readonly Language[];
}

/** Calls that wanted the same in the same circumstances and stumbled over the same. */
export interface Errand {
  /** May be a part of a call, where it can have begun in several languages. */
  readonly calls: number;
  /** The number that was dialled; empty where the log doesn't tell. */
  readonly number: string;
  /** The first node; nothing for calls that came to none. */
  readonly start: NodeId | undefined;
  /** The language at the start. */
  readonly language: Language;
  readonly circumstances: Circumstances;
  readonly stops: readonly Stop[];
  readonly slips: readonly Slips[];
  /** What was reached, in order; empty for those who left before: their reason is unknown. */
  readonly goals: readonly NodeId[];
  /** The contact reason of the first option that has one. */
  readonly reason: string | undefined;
}

/** The part of a path that is an errand; a path of which the language is unknown has several. */
export interface ErrandShare {
  /** Position in `errands`. */
  readonly errand: number;
  /** Adds up to 1 over the shares of a path. */
  readonly share: number;
}

/** What the calls of a path are about. */
export interface PathErrands {
  readonly calls: number;
  readonly shares: readonly ErrandShare[];
}

/** What the calls of a log wanted of a script. */
export interface Errands {
  /** The flow that the calls went over. */
  readonly flow: CallFlow;
  /** The figures by which detours were told from cheapest ways. */
  readonly model: CallerTimeModel;
  readonly calls: number;
  /** Most calls first. */
  readonly errands: readonly Errand[];
  /** By position of the path in the replay. */
  readonly paths: readonly PathErrands[];
}
