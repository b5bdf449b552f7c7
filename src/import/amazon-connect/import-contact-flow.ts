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

function isMarked(wanted: Extent, drafts: readonly Draft[]): boolean {
  for (const { marks } of drafts) for (const { at } of marks) if (at === wanted) return true;
  return false;
}

/** The ways of an action that its nodes don't show: neither themselves nor one to the same place. */
function lostWays(action: Action, drafts: readonly Draft[]): readonly LostWay[] {
  const links = linksOf(action);
  const shown =
    links.length > fewLinks
      ? new Set(drafts.flatMap(({ marks }) => marks.map(({ at }) => at)))
      : undefined;
  const hidden: Link[] = [];
  const reached: string[] = [];
  for (const link of links) {
    if (shown?.has(link.at) ?? isMarked(link.at, drafts)) reached.push(link.target);
    else hidden.push(link);
  }
  if (hidden.length === 0) return [];
  const places = new Set(reached);
  return hidden.filter(({ target }) => !places.has(target)).map((link) => ({ action, link }));
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
  const asked = new Set<string>();
  for (const action of actions) {
    if (action.type === 'Compare') asked.add(comparisonOf(action).subject);
  }
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
    for (const { id: name, node: drafted, marks } of mapped.drafts) {
      const node = withoutUndefined(drafted, action.id === '' ? {} : { origin: [action.id] });
      drafts.push({ id: name, node, marks, at: action.at });
    }
  }
  const begin = context.toOptional(start) ?? context.freshId('no-start');
  const folded = foldLoops(drafts, begin);
  const nodes: [NodeId, ScriptNode][] = [];
  const made: ScriptNode[] = [];
  const standing = new Set<NodeId>();
  const nodeOfAction = new Map<string, NodeId>();
  for (const { id: name, node } of folded.nodes) {
    nodes.push([name, node]);
    made.push(node);
    standing.add(name);
    for (const block of node.origin ?? []) {
      if (!nodeOfAction.has(block)) nodeOfAction.set(block, name);
    }
  }

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
  const marks = marksIn(rootMarks(flow, parts), folded.nodes);
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
