import type { NodeId, QueueId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { Action } from '../walk/action.ts';
import type { Bits } from './bits.ts';
import type { Reason } from './reason.ts';
import type { Facts, Spot } from './spot.ts';

/** A call that ends well, and how. */
export interface GoodEnd {
  readonly ends: 'well';
  readonly by: 'queue' | 'number' | 'voicemail' | 'callback' | 'task' | 'hangup' | 'beyond-script';
  readonly node: NodeId;
  readonly queue?: QueueId | undefined;
}

/** A call that ends badly, and why. */
export interface BadEnd {
  readonly ends: 'badly';
  readonly reason: Reason;
  readonly node: NodeId;
  readonly queue?: QueueId | undefined;
  /** The name of an outside number. */
  readonly number?: string | undefined;
  /** Where callers of another language fare better. */
  readonly language?: Language | undefined;
  /** False where a vendor's system may do what the script doesn't say. */
  readonly sure: boolean;
}

export type End = GoodEnd | BadEnd;

/** How long something can take, in seconds. */
export interface Seconds {
  readonly least: number;
  readonly most: number;
}

/** One way in which a call goes on from a spot. */
export interface Move {
  /** The worlds in which it can; nothing where it can in all. */
  readonly when: Bits | undefined;
  /** What happens, as the step function takes it. */
  readonly actions: readonly Action[];
  /** How many of these the caller does. */
  readonly effort: number;
  readonly seconds: Seconds;
  readonly to: Spot | End;
  /** What is taken to be known of the caller, so that this can happen. */
  readonly host?: Facts | undefined;
  /** What a question took for no answer. */
  readonly missed?: 'noInput' | 'noMatch' | undefined;
  /** The draw of a branch by share. */
  readonly share?: number | undefined;
  /** The status that is told of a queue, where a branch asks for more than its hours. */
  readonly status?: string | undefined;
}

export function isEnd(to: Spot | End): to is End {
  return 'ends' in to;
}
