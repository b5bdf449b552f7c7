import type { Extent } from '../../source/tree.ts';
import type { Link } from '../exit-slot.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';
import type { StudioFlow } from './find-studio-flows.ts';
import { callEvents, isAfterCall, isForMessages, isVoice, widgetsFrom } from './call-ways.ts';
import { createWidgetTable } from './create-context.ts';
import { widgetsIn, type Widget } from './widget.ts';

/** Where a call gets into a flow. */
export interface CallStart {
  readonly link: Link;
  readonly at: Extent;
  /** How it gets there, where nobody dials a number. */
  readonly title: string | undefined;
}

/** The part of a flow that calls go through. */
export interface VoicePart {
  readonly flow: StudioFlow;
  readonly starts: readonly CallStart[];
  /** Triggers: they are the entries of the script. */
  readonly triggers: readonly Widget[];
  /** The widgets that calls can come to, and those that nothing leads to. */
  readonly widgets: readonly Widget[];
  /** Widgets that only messages come to, or that run when the call is over. */
  readonly outside: readonly Widget[];
}

const startTitles = {
  incomingCall: undefined,
  incomingRequest: 'Started by a request',
  incomingParent: 'Started by another flow',
} satisfies Record<(typeof callEvents)[number], string | undefined>;

function triggersOf(flow: StudioFlow, widgets: readonly Widget[]): readonly Widget[] {
  const triggers = widgets.filter(({ type }) => type === 'trigger');
  const initial = textBelow(flow.definition, 'initial_state');
  const named = widgets.find(({ name }) => name === initial);
  return named === undefined || triggers.includes(named) ? triggers : [named, ...triggers];
}

/**
 * Finds what calls go through; nothing for a flow that only serves messages, or into which no call
 * gets. Calls begin at `incomingCall`; `incomingRequest` and `incomingParent` begin calls only in
 * flows that have widgets for calls behind them.
 */
export function voicePartOf(flow: StudioFlow): VoicePart | undefined {
  const widgets = widgetsIn(flow.definition);
  const widgetAt = createWidgetTable(widgets);
  const triggers = triggersOf(flow, widgets);
  const inCall = (widget: Widget, transition: Widget['transitions'][number]) =>
    !isAfterCall(widget, transition) && !isForMessages(widget, transition);

  const starts = callEvents.flatMap((event): readonly CallStart[] =>
    triggers.flatMap((trigger) =>
      trigger.transitions
        .filter((transition) => transition.event === event && transition.link.target !== '')
        .filter(({ link }) => {
          if (event === 'incomingCall') return true;
          return [...widgetsFrom([widgetAt(link)], widgetAt, inCall)].some(isVoice);
        })
        .map(({ link, at }) => ({ link, at, title: startTitles[event] })),
    ),
  );
  const [trigger] = triggers;
  const isBareStart = trigger !== undefined && trigger.type !== 'trigger';
  const all: readonly CallStart[] = isBareStart
    ? [
        { link: { target: trigger.name, at: trigger.at }, at: trigger.at, title: undefined },
        ...starts,
      ]
    : starts;
  if (all.length === 0) return undefined;

  const reached = widgetsFrom(
    all.map(({ link }) => widgetAt(link)),
    widgetAt,
    inCall,
  );
  const led = new Set(
    widgets.flatMap((widget) => widget.transitions.map(({ link }) => widgetAt(link))),
  );
  const roots = widgets.filter((widget) => !led.has(widget) && widget.type !== 'trigger');
  const loose = widgetsFrom(roots, widgetAt, inCall);
  const behindOthers = widgetsFrom([...triggers, ...reached, ...loose], widgetAt, () => true);
  const isInside = (widget: Widget) =>
    reached.has(widget) || loose.has(widget) || !behindOthers.has(widget);
  const own = widgets.filter(({ type }) => type !== 'trigger');
  const firsts = all.filter(
    ({ link }, index) => all.findIndex((other) => other.link.target === link.target) === index,
  );
  return {
    flow,
    starts: firsts,
    triggers: triggers.filter(({ type }) => type === 'trigger'),
    widgets: own.filter(isInside),
    outside: own.filter((widget) => !isInside(widget)),
  };
}

/** How many blocks a flow has beside its trigger. */
export function widgetCount(flow: StudioFlow): number {
  return itemsOf(below(flow.definition, 'states')).filter(
    (state) => !['trigger', 'InitialState'].includes(textBelow(state, 'type') ?? ''),
  ).length;
}
