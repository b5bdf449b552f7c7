import { nameFrom, type NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import type { ScriptDocument } from '../../script/script-document.ts';
import type { Finding } from '../../source/finding.ts';
import { tooManyAt, tooManyValues } from '../../source/too-many-values.ts';
import type { Extent, Path, Places } from '../../source/tree.ts';
import { countNodes } from '../count-nodes.ts';
import { fileTitle } from '../file-title.ts';
import { unknownFormatFinding } from '../format-finding.ts';
import { mergeReports, type ImportNote, type ImportReport } from '../import-report.ts';
import type { Imported, TextReading } from '../importer.ts';
import { createNameTable } from '../name-table.ts';
import { mapTargets, targetsOf } from '../node-targets.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { buildGraph } from './build-graph.ts';
import { extensionEnd, type Way } from './block.ts';
import { resolveWays, trailOf, type CallGraph, type GraphNode } from './call-graph.ts';
import { chooseEntries } from './choose-entries.ts';
import type { Dialplan, Step } from './dialplan.ts';
import { explore, type Entry } from './explore.ts';
import { joinIncludes } from './join-includes.ts';
import type { JoinedSource } from './joined-source.ts';
import { readDialplan } from './read-dialplan.ts';
import { suggestName } from './suggest-name.ts';

const stepName = ({ context, extension, priority }: Step): string =>
  `${context},${extension},${priority}`;

/** Where a call is cut off: the hangup for ways that a node must have and a dialplan leaves open. */
const cutOff: ScriptNode = { kind: 'hangup', title: 'The extension ends, and so does the call' };

/** Nodes in the order in which a caller comes to them. */
function reached(graph: CallGraph, entries: readonly Way[]): readonly NodeId[] {
  const found = new Set<NodeId>();
  const waiting = entries.filter((way) => way !== undefined);
  for (const id of waiting) {
    const here = graph.nodes.get(id);
    if (here === undefined || found.has(id)) continue;
    found.add(id);
    mapTargets(here.node, (way) => {
      if (way !== undefined) waiting.push(way);
      return way;
    });
  }
  return [...found];
}

/** Names for all nodes, and for targets that aren't there. */
function nameNodes(
  graph: CallGraph,
  ids: readonly NodeId[],
  missing: ReadonlyMap<NodeId, string>,
): (way: Way) => Way {
  const table = createNameTable();
  const names = new Map<NodeId, NodeId>();
  table.take(extensionEnd);
  for (const id of ids) {
    const found = graph.nodes.get(id);
    const [step] = found?.steps ?? [];
    if (found === undefined || step === undefined) continue;
    names.set(id, table.take(suggestName(found.node, step)) as NodeId);
  }
  for (const id of missing.keys()) names.set(id, table.take(id.slice(1)) as NodeId);
  return (way) =>
    way === undefined || way === extensionEnd ? way : (names.get(way) ?? extensionEnd);
}

/** The place of everything in the script, in whichever file it stands. */
function placesIn(joined: JoinedSource, extents: ReadonlyMap<string, Extent>): Places {
  const keyOf = (path: Path) => path.join('\n');
  return {
    at(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const extent = extents.get(keyOf(path.slice(0, length)));
        if (extent !== undefined) return joined.placeOf(extent);
      }
      return joined.placeOf({ start: 0, end: 0 });
    },
    has: (path) => extents.has(keyOf(path)),
    fields: () => [],
  };
}

/** A number that is dialled, where the name of an extension is one. */
const numberOf = (extension: string): string | undefined =>
  /^\+?\d{3,}$/.test(extension) ? extension : undefined;

function entryTitle(dialplan: Dialplan, { context, extension }: Entry): string {
  const title = dialplan.contexts.get(context)?.title;
  const shown = title === undefined ? context : `${title} (${context})`;
  return extension === 's' || numberOf(extension) !== undefined ? shown : `${shown} ${extension}`;
}

/** Steps that no call comes to, told by extension. */
function unreachedNotes(
  dialplan: Dialplan,
  reachedSteps: ReadonlySet<number>,
): readonly (readonly [string, Extent])[] {
  const groups = new Map<string, { readonly step: Step; count: number }>();
  for (const step of dialplan.steps) {
    if (reachedSteps.has(step.index)) continue;
    const key = `${step.context}\n${step.extension}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { step, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()].map(({ step, count }) => {
    const steps = count === 1 ? '1 priority' : `${count} priorities`;
    const why =
      step.extension === 'h'
        ? 'runs when the call is over'
        : step.extension === 'o' || step.extension === 'a'
          ? 'is for callers who press 0 or * at a voicemail greeting'
          : 'is never come to from the entries';
    return [`Extension "${step.extension}" of [${step.context}] ${why}: ${steps}.`, step.at];
  });
}

/** The language that a call begins in, where the first steps of an entry set it. */
function languageOf(graph: CallGraph, entries: readonly Way[]): string {
  const [first] = entries;
  const set = trailOf(graph, first).passes.flatMap(({ effects }) => effects);
  const language = set.find((effect) => effect.does === 'language');
  return language?.language ?? 'en';
}

/**
 * Imports a dialplan of Asterisk, with the files that it includes, as one script. Every priority that a
 * call can come to is a node or a part of one, named in `origin`; every other is told in the report.
 */
export function importDialplan(reading: TextReading): Imported {
  const { joined, notes: ofIncludes, included } = joinIncludes(reading);
  const excess = tooManyAt(joined.source);
  if (excess !== undefined) {
    const finding = joined.bring(tooManyValues(joined.source, excess));
    return { documents: [], findings: [finding], report: mergeReports([]) };
  }
  const { dialplan, findings: inText } = readDialplan(joined.source);
  const findings: readonly Finding[] = inText.map(joined.bring);
  const { entries, why } = chooseEntries(dialplan);
  if (entries.length === 0) {
    const empty: ImportReport = {
      flows: 0,
      blocks: dialplan.steps.length,
      nodes: 0,
      opaque: {},
      prompts: 0,
      promptsUnknown: 0,
      eventHooks: [],
      unresolved: ofIncludes,
    };
    const help = 'Give the file with the contexts that calls come into, and with "exten" lines.';
    const nothing = unknownFormatFinding(
      reading.source,
      { start: 0, end: 1 },
      'no context of this dialplan has an extension with a priority 1',
      help,
    );
    return { documents: [], findings: [...findings, nothing], report: empty };
  }
  const explored = explore(dialplan, joined.source, entries);
  const graph = buildGraph(explored);
  const resolve = resolveWays(graph);
  const starts = explored.entries.map(resolve);
  const ids = reached(graph, starts);
  const nameOf = nameNodes(graph, ids, explored.missing);

  const extents = new Map<string, Extent>([['', { start: 0, end: 0 }]]);
  const nodes: [NodeId, ScriptNode][] = [];
  const reachedSteps = new Set<number>();
  const put = (path: Path, at: Extent) => {
    const key = path.join('\n');
    if (!extents.has(key)) extents.set(key, at);
  };
  const emit = (id: NodeId, { node, marks, steps }: GraphNode) => {
    const name = nameOf(id);
    const [step] = steps;
    if (name === undefined || step === undefined) return;
    for (const { index } of steps) reachedSteps.add(index);
    const origin = [...new Set(steps.map(stepName))];
    nodes.push([name, withoutUndefined({ ...mapTargets(node, nameOf), origin })]);
    put(['nodes', name], step.at);
    for (const { path, at } of marks) put(['nodes', name, ...path], at);
  };
  for (const id of ids) {
    const found = graph.nodes.get(id);
    if (found !== undefined) emit(id, found);
  }

  const written = entries.map((entry, index) => {
    const { context, extension } = entry;
    const number = numberOf(extension);
    const at = dialplan.contexts.get(context)?.extensions.get(extension)?.at;
    if (at !== undefined) {
      put(['entries', index], at);
      put(['entries', index, 'start'], at);
    }
    for (const { step } of trailOf(graph, explored.entries[index]).passes)
      reachedSteps.add(step.index);
    return {
      ...(number === undefined ? {} : { number }),
      start: nameOf(starts[index]) ?? extensionEnd,
      title: entryTitle(dialplan, entry),
    };
  });
  const needsEnd = written.some(({ start }) => start === extensionEnd);
  if (needsEnd || nodes.some(([, node]) => targetsOf(node).includes(extensionEnd))) {
    nodes.push([extensionEnd, cutOff]);
  }
  const script: Script = {
    ivr: 1,
    id: nameFrom(fileTitle(reading.source.path), 'dialplan') as NodeId,
    language: languageOf(graph, explored.entries),
    defaults: { bargeIn: true },
    entries: written,
    nodes: Object.fromEntries(nodes),
  };

  const note = ([message, at]: readonly [string, Extent]): ImportNote => ({
    message,
    at: joined.placeOf(at),
  });
  const begun = [...new Set(entries.map(({ context }) => context))];
  const unresolved: readonly ImportNote[] = [
    ...begun.slice(0, 20).map((context) => {
      const at = dialplan.contexts.get(context)?.at ?? { start: 0, end: 0 };
      return note([`Calls begin in [${context}]: ${why}.`, at]);
    }),
    ...ofIncludes,
    ...included.map((path) => note([`"${path}" is included and was read.`, { start: 0, end: 0 }])),
    ...dialplan.leftovers.map(({ message, at }) => note([message, at])),
    ...explored.notes.map(({ message, at }) => note([message, at])),
    ...unreachedNotes(dialplan, reachedSteps).map(note),
  ];
  const document: ScriptDocument = {
    source: reading.source,
    format: 'asterisk',
    script,
    places: placesIn(joined, extents),
  };
  return {
    documents: [document],
    findings,
    report: {
      flows: 1,
      blocks: dialplan.steps.length,
      ...countNodes(nodes.map(([, node]) => node)),
      eventHooks: [],
      unresolved,
    },
  };
}
