import type { NodeId, QueueId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Action } from './action.ts';
import type { CallState, EndReason, WalkEvent } from './call-state.ts';
import type { HeardPart } from './hearing.ts';

/** One prompt that a caller heard, whole or until they acted. Seconds are from the start of the node. */
export interface HeardLine {
  readonly role: HeardPart['role'];
  /** The words, where they are known. */
  readonly text: string | undefined;
  /** The name of the recording, where it is one. */
  readonly recording: string | undefined;
  /** The key of the option that it tells. */
  readonly key: string | undefined;
  readonly from: number;
  readonly to: number;
  /** False when the caller acted before it was over. */
  readonly whole: boolean;
}

/** What the call met at a node: which thing, and how it was. */
export interface Met {
  readonly what:
    | 'calendar'
    | 'emergency'
    | 'queue'
    | 'number'
    | 'language'
    | 'attribute'
    | 'result'
    | 'share'
    | 'loop';
  /** Its name in the script or the directory; nothing where an import could not know it. */
  readonly name: string | undefined;
  /** A state of the calendar, queue or number; `again` or `done` of a loop; the value, where it is known. */
  readonly is: string | undefined;
}

/** What was done, without digits that are nobody's business: of those only how many. */
export type ToldAction =
  | Exclude<Action, { readonly do: 'press' | 'enter' }>
  | { readonly do: 'press'; readonly key: string }
  | { readonly do: 'enter'; readonly digits: number };

/** One step of a call: what was heard at a node, what happened there, and where that led. */
export interface FollowedStep {
  /** When the node, or its repetition, began to speak. */
  readonly seconds: number;
  /** The same in milliseconds since 1970, UTC. */
  readonly at: number;
  readonly node: NodeId;
  readonly kind: NodeKind;
  readonly language: Language;
  readonly heard: readonly HeardLine[];
  readonly met: Met | undefined;
  /** The case of a branch that was taken; nothing for other nodes and the way of all others. */
  readonly taken: string | undefined;
  readonly action: ToldAction;
  /** When that happened. */
  readonly until: number;
  /** True for input that the menu doesn't know. */
  readonly unknown: boolean;
  /** Where the call went; the same node when it is asked again; nothing when it ended. */
  readonly to: NodeId | undefined;
}

/** Why a followed call goes no further. */
export type FollowedWhy =
  | EndReason
  /** The caller is asked, and no action is left: the call goes on. */
  | 'waiting'
  /** The next action is nothing that can happen there. */
  | 'no-such-action'
  /** The call goes round: it was left after so many steps, or after a day. */
  | 'too-many-steps'
  | 'too-long';

/** Where a followed call ends. */
export interface FollowedEnd {
  readonly why: FollowedWhy;
  /** The last node; none where the entry leads nowhere. */
  readonly node: NodeId | undefined;
  /** The queue that answered, or in which it was lost. */
  readonly queue: QueueId | undefined;
  readonly language: Language;
  /** What a caller hears who is asked there and does nothing yet. */
  readonly heard: readonly HeardLine[];
  readonly seconds: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** A call as it went, step by step. */
export interface FollowedCall {
  /** When it began, in milliseconds since 1970, UTC. */
  readonly start: number;
  readonly steps: readonly FollowedStep[];
  /** The rows that a log would hold of it. */
  readonly events: readonly WalkEvent[];
  readonly end: FollowedEnd;
  /** Where it is, for those who go on with it. */
  readonly state: CallState;
  /** Planned actions that had their turn, and how many there were. */
  readonly actions: { readonly taken: number; readonly planned: number };
}
