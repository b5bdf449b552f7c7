import { nameFrom, type NodeId, type QueueId } from '../../script/names.ts';
import type { Unknown } from '../../script/values.ts';
import type { Extent } from '../../source/tree.ts';
import type { Link } from '../exit-slot.ts';
import { createNameTable } from '../name-table.ts';
import { textBelow } from '../tree-values.ts';
import { subjectOf } from './condition-words.ts';
import type { FlowContext } from './flow-context.ts';
import { dialSplitOf } from './dial-split.ts';
import { foldedWidgets } from './fold-questions.ts';
import { hasLiquid } from './liquid.ts';
import { partsOf, questionOf } from './question.ts';
import { retryLoops, startCounts } from './retry-counter.ts';
import { taskNameOf } from './task-name.ts';
import type { Widget } from './widget.ts';

/** Where Studio ends a call because a transition leads nowhere. */
const callEnds = 'call-ends';

/** What a flow knows of its own widgets before any of them is mapped. */
export interface FlowIndex {
  readonly context: FlowContext;
  /** The widgets that become nodes of their own: all but those that are part of a question. */
  readonly own: readonly Widget[];
  /** The node where calls end without a way on, and the first place where they do. */
  readonly ending: () => { readonly id: NodeId; readonly at: Extent } | undefined;
}

function createQueueNames(): FlowContext['queueOf'] {
  const names = createNameTable();
  const known = new Map<string, QueueId>();
  return (reference): QueueId | Unknown => {
    if (reference === undefined) return { unknown: 'no queue or workflow is chosen' };
    const [, placeholder] = /^\s*\$\{([^{}]*)\}\s*$/.exec(reference) ?? [];
    if (placeholder === undefined && hasLiquid(reference)) return { unknown: reference };
    const before = known.get(reference);
    if (before !== undefined) return before;
    const [, digits] = /^W[WQ]([0-9a-fA-F]{8})[0-9a-fA-F]{24}$/.exec(reference) ?? [];
    const wanted = digits === undefined ? (placeholder ?? reference) : `workflow-${digits}`;
    const name = names.take(nameFrom(wanted, 'queue')) as QueueId;
    known.set(reference, name);
    return name;
  };
}

/** Widgets by what transitions call them: names, and in older exports their `FF` ids. */
export function createWidgetTable(
  widgets: readonly Widget[],
): (link: Link | undefined) => Widget | undefined {
  const table = new Map<string, Widget>();
  for (const widget of widgets) {
    for (const name of [widget.name, widget.sid]) {
      if (name !== undefined && name !== '' && !table.has(name)) table.set(name, widget);
    }
  }
  return (link) => (link === undefined ? undefined : table.get(link.target));
}

/** Which values of a widget splits look at; where it is one only, the widget's name says enough. */
function createResultNames(widgets: readonly Widget[]): FlowContext['resultOf'] {
  const tasks = new Map(widgets.map((widget) => [widget.name, taskNameOf(widget)]));
  const values = new Map<string, Set<string>>();
  for (const { type, properties, transitions } of widgets) {
    if (type !== 'split-based-on') continue;
    const inputs = transitions.flatMap(({ conditions }) =>
      conditions.flatMap(({ argument }) => argument ?? []),
    );
    for (const input of [textBelow(properties, 'input') ?? '', ...inputs]) {
      const subject = subjectOf(input);
      if (!('widget' in subject)) continue;
      const known = values.get(subject.widget) ?? new Set();
      values.set(subject.widget, known.add(subject.value));
    }
  }
  return (widget, value) => {
    const name = tasks.get(widget) ?? widget;
    return (values.get(widget)?.size ?? 0) > 1 ? `${name}.${value.replace(/^parsed\./, '')}` : name;
  };
}

/** Names every widget, every dangling target and every queue of a flow. */
export function createContext(
  widgets: readonly Widget[],
  starts: readonly (Link | undefined)[],
): FlowIndex {
  const widgetAt = createWidgetTable(widgets);
  const startCount = startCounts(widgets);
  const questions = new Map(
    widgets
      .filter(({ type }) => type === 'gather-input-on-call')
      .map((widget) => [widget, questionOf(widget, widgetAt, startCount)]),
  );
  const dials = new Map(
    widgets
      .filter(({ type }) => type === 'connect-call-to')
      .map((widget) => [widget, dialSplitOf(widget, widgetAt)]),
  );
  const partsOfWidget = (widget: Widget) => {
    const question = questions.get(widget);
    const dial = dials.get(widget);
    return question === undefined ? (dial === undefined ? [] : [dial.split]) : partsOf(question);
  };
  const folded = foldedWidgets(widgets, starts.map(widgetAt), partsOfWidget, widgetAt);
  const own = widgets.filter((widget) => !folded.has(widget));

  const loops = retryLoops(widgets, widgetAt);

  const names = createNameTable();
  names.take(callEnds);
  const ids = new Map<Widget, NodeId>();
  for (const widget of own) {
    const name = names.take(nameFrom(widget.name, nameFrom(widget.type, 'widget')));
    ids.set(widget, name as NodeId);
  }
  const missing = new Map<string, NodeId>();
  let end: Extent | undefined;
  const to = (link: Link | undefined): NodeId | undefined => {
    if (link === undefined) return undefined;
    if (link.target === '') {
      end ??= link.at;
      return callEnds as NodeId;
    }
    const widget = widgetAt(link);
    const id = widget === undefined ? undefined : ids.get(widget);
    if (id !== undefined) return id;
    const known = missing.get(link.target);
    if (known !== undefined) return known;
    const name = names.take(nameFrom(link.target, 'missing-widget')) as NodeId;
    missing.set(link.target, name);
    return name;
  };
  return {
    own,
    ending: () => (end === undefined ? undefined : { id: callEnds as NodeId, at: end }),
    context: {
      idOf: (widget) => ids.get(widget) ?? ('widget' as NodeId),
      freshId: (wanted) => names.take(nameFrom(wanted, 'branch')) as NodeId,
      to,
      toOptional: to,
      widgetAt,
      questionOf: (widget) => questions.get(widget) ?? questionOf(widget, widgetAt, startCount),
      dialSplitOf: (connect) => dials.get(connect),
      partsOf: partsOfWidget,
      originOf(widget) {
        const parts = [widget, ...partsOfWidget(widget)].map(({ name }) => name);
        const known = [...new Set(parts.filter((name) => name !== ''))];
        return known.length === 0 ? undefined : known;
      },
      loopOf: (split) => loops.get(split),
      resultOf: createResultNames(widgets),
      queueOf: createQueueNames(),
    },
  };
}
