import type { NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import type { ScriptDocument } from '../../script/script-document.ts';
import type { ImportReport } from '../import-report.ts';
import { linksOf, type Action, type Link } from './action.ts';
import { comparisonOf } from './comparison.ts';
import type { ContactFlow } from './contact-flow.ts';
import { createContext } from './create-context.ts';
import { createPlaces } from '../draft-places.ts';
import type { Draft, Mark } from '../draft.ts';
import { noExportFolder, type ExportFolder } from './export-folder.ts';
import { foldLoops, type MadeNode } from './fold-loops.ts';
import { partsOf, type FlowParts } from './flow-parts.ts';
import type { FlowContext } from './flow-context.ts';
import { mapAction } from './mappers.ts';
import { mapOpaque } from './map-opaque.ts';
import { readLanguage } from './read-language.ts';
import { reportImport, type LostWay } from './report-import.ts';
import { resolveReferences } from './resolve-references.ts';
import { comparedBehind } from './stored-menu.ts';
import type { Extent } from '../../source/tree.ts';
import { withoutUndefined } from '../without-undefined.ts';

/** A flow as a script, and what became of its blocks. */
export interface ImportedFlow {
  readonly document: ScriptDocument;
  readonly report: ImportReport;
}

/** Up to so many links, looking for each among the marks is quicker than a table of these. */
const fewLinks = 20;

/** The ways of an action that its nodes don't show: neither themselves nor one to the same place. */
function lostWays(action: Action, drafts: readonly Draft[]): readonly LostWay[] {
  const links = linksOf(action);
  if (links.length === 0) return [];
  // An action has few marks and fewer links: nearly always each link is found at once.
  const isShown = (wanted: Extent): boolean =>
    drafts.some(({ marks }) => marks.some(({ at }) => at === wanted));
  if (links.length <= fewLinks && links.every(({ at }) => isShown(at))) return [];
  const shown = new Set<Extent>();
  for (const { marks } of drafts) for (const { at } of marks) shown.add(at);
  if (links.every(({ at }) => shown.has(at))) return [];
  const reached = new Set(links.filter(({ at }) => shown.has(at)).map(({ target }) => target));
  return links
    .filter(({ at, target }) => !shown.has(at) && !reached.has(target))
    .map((link) => ({ action, link }));
}

/** What an action becomes; where that would lose a way, it stays opaque and keeps them all. */
function draftsOf(
  action: Action,
  context: FlowContext,
): { readonly drafts: readonly Draft[]; readonly lost: readonly LostWay[] } {
  const drafts = mapAction(action, context);
  const compare = comparedBehind(action, context.actionAt);
  const own = lostWays(action, drafts);
  const lost =
    compare === undefined
      ? own
      : [...own.filter(({ link }) => link !== action.next), ...lostWays(compare, drafts)];
  return lost.every((way) => way.link === way.action.next)
    ? { drafts, lost }
    : { drafts: mapOpaque(action, context), lost: [] };
}

function rootMarks({ body, nameAt }: ContactFlow, { list, start }: FlowParts): readonly Mark[] {
  const at = start?.at ?? { start: body.start, end: body.start + 1 };
  return [
    { path: [], at: body },
    ...(nameAt === undefined ? [] : [{ path: ['title'], at: nameAt }]),
    { path: ['entries'], at },
    { path: ['entries', 0], at },
    { path: ['entries', 0, 'start'], at },
    { path: ['nodes'], at: list ?? body },
  ];
}

/** The marks of a whole script, made one by one when they are asked for. */
function* marksIn(root: readonly Mark[], made: readonly MadeNode[]): Generator<Mark> {
  yield* root;
  for (const { id, marks, at } of made) {
    const path = ['nodes', id];
    yield { path, at };
    for (const mark of marks) yield { path: [...path, ...mark.path], at: mark.at };
  }
}

/**
 * What every call that somebody makes has, where the flow asks for it.
 * https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html
 */
const ofEveryCall = { Channel: 'VOICE', InitiationMethod: 'INBOUND' } as const;

function knownOfCalls(actions: readonly Action[]): { readonly set?: Record<string, string> } {
  const asked = new Set(
    actions.filter(({ type }) => type === 'Compare').map((action) => comparisonOf(action).subject),
  );
  const known = Object.entries(ofEveryCall).filter(([name]) => asked.has(name));
  return known.length === 0 ? {} : { set: Object.fromEntries(known) };
}

/** What a script has no field for. */
function noteOn({ type, description }: ContactFlow): { readonly note?: string } {
  const kind = type === undefined ? [] : [`Amazon Connect flow of the type ${type}.`];
  const note = [...kind, ...(description === undefined ? [] : [description])].join(' ');
  return note === '' ? {} : { note };
}

/**
 * Imports a flow of Amazon Connect as a script with this id. Every action becomes a node, several
 * nodes, or a part of one; `origin` of a node names the actions it came from.
 */
export function importContactFlow(
  flow: ContactFlow,
  id: NodeId,
  folder: ExportFolder = noExportFolder,
): ImportedFlow {
  const { source, body } = flow;
  const read = partsOf(body);
  const { actions, references } = resolveReferences(read.actions, folder);
  const parts = { ...read, actions };
  const { start } = parts;
  const { context, own } = createContext(actions, start, flow.type);

  const drafts: MadeNode[] = [];
  const lost = new Map<Link, LostWay>();
  for (const action of own) {
    const mapped = draftsOf(action, context);
    for (const way of mapped.lost) lost.set(way.link, way);
    for (const draft of mapped.drafts) {
      const origin = draft.node.origin ?? (action.id === '' ? undefined : [action.id]);
      const node = withoutUndefined({ ...draft.node, origin });
      drafts.push({ id: draft.id, node, marks: draft.marks, at: action.at });
    }
  }
  const begin = context.toOptional(start) ?? context.freshId('no-start');
  const folded = foldLoops(drafts, begin);
  const nodes = folded.nodes.map(({ id: name, node }): [NodeId, ScriptNode] => [name, node]);

  const script: Script = {
    ivr: 1,
    id,
    ...(flow.name === undefined ? {} : { title: flow.name }),
    language: readLanguage(actions, start, context.actionAt),
    ...noteOn(flow),
    defaults: { bargeIn: true },
    entries: [
      {
        start: folded.start ?? begin,
        ...knownOfCalls(actions),
      },
    ],
    nodes: Object.fromEntries(nodes),
  };
  const made = nodes.map(([, node]) => node);
  const standing = new Set(nodes.map(([name]) => name));
  const marks = marksIn(rootMarks(flow, parts), folded.nodes);
  const nodeOfAction = new Map<string, NodeId>();
  for (const [name, { origin = [] }] of nodes.toReversed())
    for (const block of origin) nodeOfAction.set(block, name);
  return {
    document: { source, format: 'amazon-connect', script, places: createPlaces(source, marks) },
    report: reportImport(flow, parts, {
      nodes: made,
      own: own.filter((action) => standing.has(context.idOf(action))),
      lost: [...lost.values()],
      references,
      nodeOf: (action) => nodeOfAction.get(action.id) ?? context.idOf(action),
    }),
  };
}
