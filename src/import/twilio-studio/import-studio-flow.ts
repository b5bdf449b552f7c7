import type { NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import type { ScriptDocument } from '../../script/script-document.ts';
import { placeBetween } from '../../source/source.ts';
import { countNodes } from '../count-nodes.ts';
import { createPlaces } from '../draft-places.ts';
import type { Draft, Mark } from '../draft.ts';
import type { ImportNote, ImportReport } from '../import-report.ts';
import { below, isTrue, itemsOf, textBelow } from '../tree-values.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { createContext } from './create-context.ts';
import type { StudioFlow } from './find-studio-flows.ts';
import type { FlowContext } from './flow-context.ts';
import { mapOpaque } from './map-opaque.ts';
import { mapWidget } from './mappers.ts';
import { notesOn } from './notes-on.ts';
import { readLanguage } from './read-say.ts';
import { isAfterCall } from './call-ways.ts';
import type { VoicePart } from './voice-part.ts';
import type { Widget } from './widget.ts';

/** A flow as a script, and what became of its widgets. */
export interface ImportedFlow {
  readonly document: ScriptDocument;
  readonly report: ImportReport;
}

/** True where the nodes of a widget show all its ways; one to the same place is enough. */
function showsAllWays(widget: Widget, drafts: readonly Draft[], context: FlowContext): boolean {
  const shown = new Set(drafts.flatMap(({ marks }) => marks.map(({ at }) => at)));
  const inside = new Set([widget, ...context.partsOf(widget)]);
  const links = [...inside].flatMap((part) =>
    part.transitions.filter((transition) => !isAfterCall(part, transition)).map(({ link }) => link),
  );
  const reached = new Set(links.filter(({ at }) => shown.has(at)).map(({ target }) => target));
  return links.every((link) => {
    if (link.target === '' || shown.has(link.at) || reached.has(link.target)) return true;
    const next = context.widgetAt(link);
    return next !== undefined && inside.has(next);
  });
}

/** What a widget becomes; where that would lose a way, it stays opaque and keeps them all. */
function draftsOf(widget: Widget, context: FlowContext): readonly Draft[] {
  const drafts = mapWidget(widget, context);
  return showsAllWays(widget, drafts, context) ? drafts : mapOpaque(widget, context);
}

/** The node where calls end whose transition leads nowhere; all of them share it. */
const endingNode: ScriptNode = {
  kind: 'hangup',
  note: 'Studio ends the call where a transition leads nowhere.',
};

function recordsCalls({ type, properties }: Widget): boolean {
  return type === 'record-call' && isTrue(textBelow(properties, 'record_call'));
}

/**
 * Imports a flow of Twilio Studio as a script with this id. Every widget that calls can reach becomes a
 * node, several nodes, or a part of one; `origin` of a node names the widgets it came from.
 */
export function importStudioFlow(flow: StudioFlow, part: VoicePart, id: NodeId): ImportedFlow {
  const { source, definition } = flow;
  const { widgets, starts } = part;
  const { context, own, ending } = createContext(
    widgets,
    starts.map(({ link }) => link),
  );

  const nodes: [NodeId, ScriptNode][] = [];
  const marks: Mark[] = [
    { path: [], at: definition },
    ...(flow.nameAt === undefined ? [] : [{ path: ['title'], at: flow.nameAt }]),
    { path: ['entries'], at: starts[0]?.at ?? definition },
    ...starts.flatMap(({ at, link }, index): Mark[] => [
      { path: ['entries', index], at },
      { path: ['entries', index, 'start'], at: link.at },
    ]),
    { path: ['nodes'], at: below(definition, 'states') ?? definition },
  ];
  for (const widget of own) {
    for (const draft of draftsOf(widget, context)) {
      const path = ['nodes', draft.id];
      const origin = draft.node.origin ?? (widget.name === '' ? undefined : [widget.name]);
      nodes.push([draft.id, withoutUndefined({ ...draft.node, origin })]);
      marks.push({ path, at: widget.at });
      for (const mark of draft.marks) marks.push({ ...mark, path: [...path, ...mark.path] });
    }
  }
  const entries = starts.map(({ link, title }) => ({
    start: context.to(link) ?? context.freshId('no-start'),
    ...(title === undefined ? {} : { title }),
  }));
  const end = ending();
  if (end !== undefined) {
    nodes.push([end.id, endingNode]);
    marks.push({ path: ['nodes', end.id], at: end.at });
  }

  const description = textBelow(definition, 'description');
  const title = flow.name ?? description;
  const script: Script = {
    ivr: 1,
    id,
    ...(title === undefined ? {} : { title }),
    language: readLanguage(widgets),
    ...(flow.name === undefined || description === undefined ? {} : { note: description }),
    defaults: { bargeIn: true, ...(widgets.some(recordsCalls) ? { recording: true } : {}) },
    entries,
    nodes: Object.fromEntries(nodes),
  };
  return {
    document: { source, format: 'twilio-studio', script, places: createPlaces(source, marks) },
    report: {
      flows: 1,
      blocks: itemsOf(below(definition, 'states')).length,
      ...countNodes(nodes.map(([, node]) => node)),
      eventHooks: [],
      unresolved: notesOn(part, context).map(({ message, at }): ImportNote => ({
        message,
        at: placeBetween(source, at.start, at.end),
      })),
    },
  };
}
