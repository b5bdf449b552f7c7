import type { PathStep } from '../calls/variant.ts';
import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';

/** Why a call ended, finer than the event that closes it. */
export type EndReason =
  | 'answered'
  | 'transferred'
  | 'left-queue'
  | 'caller-left'
  /** The menu said what it had to say. */
  | 'goodbye'
  | 'no-input'
  | 'no-match'
  /** An exit leads to no node, or nothing handles what happened. */
  | 'nowhere'
  | 'system-error'
  /** The call goes on where this script can't see it. */
  | 'beyond-script';

export interface CallEnd {
  readonly event: 'answer' | 'transfer' | 'abandon' | 'hangup' | 'disconnect' | 'end';
  readonly why: EndReason;
}

/** Where a call is: plain data, never changed. */
export interface CallState {
  /** The node that the call is at; none when its entry leads nowhere. */
  readonly node: NodeId | undefined;
  readonly language: Language;
  /** Times that this visit to the node met silence, and input that it doesn't know. */
  readonly silences: number;
  readonly mismatches: number;
  /** What the prompt is being repeated for, if it is. */
  readonly retry: 'noInput' | 'noMatch' | undefined;
  /** The way of menus to here, this one last; a menu that is come to again cuts the way back to it. */
  readonly menus: readonly NodeId[];
  /** What options have set. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What tasks found, by the name of the task. */
  readonly results: Readonly<Record<string, string>>;
  /** How often each loop of the script has sent this call round since it was last done. */
  readonly rounds: Readonly<Record<NodeId, number>>;
  /** Seconds from the start of the call to the start of the prompt that is being heard. */
  readonly seconds: number;
  readonly ended: CallEnd | undefined;
}

/** One event of a call, with the seconds from its start. */
export interface WalkEvent extends PathStep {
  readonly seconds: number;
}

/** What one step made of a call. */
export interface Step {
  readonly state: CallState;
  readonly events: readonly WalkEvent[];
}
