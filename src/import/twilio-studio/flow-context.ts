import type { NodeId, QueueId } from '../../script/names.ts';
import type { Unknown } from '../../script/values.ts';
import type { Draft } from '../draft.ts';
import type { ExitNames, Link } from '../exit-slot.ts';
import type { DialSplit } from './dial-split.ts';
import type { Question } from './question.ts';
import type { RetryLoop } from './retry-counter.ts';
import type { Widget } from './widget.ts';

/** What a mapper may ask about the flow around its widget. */
export interface FlowContext extends ExitNames {
  /** The node that the widget becomes, or the first of them. */
  readonly idOf: (widget: Widget) => NodeId;
  readonly widgetAt: (link: Link | undefined) => Widget | undefined;
  /** What a gather asks, with the splits and counters that are part of it. */
  readonly questionOf: (widget: Widget) => Question;
  /** The split that tells whether a call was put through. */
  readonly dialSplitOf: (connect: Widget) => DialSplit | undefined;
  /** The widgets that are part of this one, and need no node of their own. */
  readonly partsOf: (widget: Widget) => readonly Widget[];
  /** The names of the widget and of its parts. */
  readonly originOf: (widget: Widget) => string[] | undefined;
  /** How often a split on a counter sends callers round; nothing for any other split. */
  readonly loopOf: (split: Widget) => RetryLoop | undefined;
  /** What a branch calls the value that a widget found. */
  readonly resultOf: (widget: string, value: string) => string;
  /** The name of a queue or a workflow in scripts and directories; the same for the same reference. */
  readonly queueOf: (reference: string | undefined) => QueueId | Unknown;
}

/** What a widget becomes: its own node first. */
export type Mapper = (widget: Widget, context: FlowContext) => readonly Draft[];
