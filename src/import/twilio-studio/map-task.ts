import type { Unknown } from '../../script/values.ts';
import { marksOf, type Draft } from '../draft.ts';
import { slotOf } from '../exit-slot.ts';
import type { FlowContext, Mapper } from './flow-context.ts';
import { wayOf } from './question.ts';
import { taskNameOf } from './task-name.ts';
import { linkOf, type Widget } from './widget.ts';

/** What a task is, and by which events it goes on and fails. */
export interface TaskParts {
  readonly task: string | Unknown;
  readonly title?: string | undefined;
  readonly success: string;
  readonly failures?: readonly string[];
  /** Attributes of the call that it sets. */
  readonly set?: Readonly<Record<string, string>> | undefined;
}

/** Something that the flow does: it goes on by one event, and by others when it fails. */
export function taskDrafts(
  widget: Widget,
  context: FlowContext,
  { task, title, success, failures = [], set }: TaskParts,
): readonly Draft[] {
  const id = context.idOf(widget);
  const next = linkOf(widget, success);
  const ways = failures.map((event) => wayOf(widget, event));
  const failure = slotOf(context, id, 'failure', 'what went wrong', ways);
  return [
    {
      id,
      node: {
        kind: 'task',
        title,
        task,
        selfService: false,
        set,
        success: context.to(next),
        failure: failure.to,
      },
      marks: [...marksOf([[['success'], next.at]]), ...failure.marks],
    },
    ...failure.drafts,
  ];
}

/** A mapper for widgets that do one thing, named by its words or by the widget. */
export function mapTask(
  parts: Omit<TaskParts, 'task'>,
  task: (widget: Widget) => string | Unknown = taskNameOf,
): Mapper {
  return (widget, context) => taskDrafts(widget, context, { ...parts, task: task(widget) });
}
