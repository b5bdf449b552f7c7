import type { CalendarId, NodeId, QueueId } from '../../script/names.ts';
import type { Unknown } from '../../script/values.ts';
import type { Action, Link } from './action.ts';
import type { Draft } from '../draft.ts';
import type { Reference } from './references.ts';

/** A queue that a call is put into. */
export interface ChosenQueue {
  readonly queue: QueueId | Unknown;
  readonly title: string | undefined;
}

/** What a mapper may ask about the flow around its action. */
export interface FlowContext {
  /** `CONTACT_FLOW`, `CUSTOMER_QUEUE`, `MODULE`, …, where the file tells. */
  readonly type: string | undefined;
  /** The node that the action becomes, or the first of them. */
  readonly idOf: (action: Action) => NodeId;
  /** A name for a node that no action has of its own. */
  readonly freshId: (wanted: string) => NodeId;
  /**
   * The node that a way leads to; one that leads to no action keeps a readable name, and one that
   * was left open leads nowhere.
   */
  readonly to: (link: Link | undefined) => NodeId | undefined;
  /** The same for exits that a node needn't have: left open, they keep a name that says so. */
  readonly toOptional: (link: Link | undefined) => NodeId | undefined;
  /** The action that a way leads to. */
  readonly actionAt: (link: Link | undefined) => Action | undefined;
  /** The queue that is set when the action begins, with its title where the file has it. */
  readonly queueSetAt: (action: Action) => ChosenQueue;
  /** The name of a queue in scripts and directories; the same for the same reference. */
  readonly queueOf: (reference: Reference) => ChosenQueue;
  readonly calendarOf: (reference: Reference) => CalendarId | Unknown;
}

/** What an action becomes: its own node first. */
export type Mapper = (action: Action, context: FlowContext) => readonly Draft[];
