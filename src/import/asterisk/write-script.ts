import { nameFrom, type NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import type { Extent, Path } from '../../source/tree.ts';
import { createNameTable } from '../name-table.ts';
import { mapTargets, targetsOf } from '../node-targets.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { extensionEnd, type Way } from './block.ts';
import { buildGraph } from './build-graph.ts';
import { resolveWays, trailOf, type CallGraph } from './call-graph.ts';
import type { Dialplan, Step } from './dialplan.ts';
import type { Entry, Explored } from './explore.ts';
import { suggestName } from './suggest-name.ts';

/** A script that was made of a dialplan. */
export interface WrittenScript {
  readonly script: Script;
  readonly nodes: readonly ScriptNode[];
  /** Where the parts of the script stand in the text, by their paths with line feeds between the parts. */
  readonly extents: ReadonlyMap<string, Extent>;
  /** The steps that became nodes or parts of nodes, by their positions. */
  readonly reachedSteps: ReadonlySet<number>;
}

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

/** A number that is dialled, where the name of an extension is one. */
const numberOf = (extension: string): string | undefined =>
  /^\+?\d{3,}$/.test(extension) ? extension : undefined;

function entryTitle(dialplan: Dialplan, { context, extension }: Entry): string {
  const title = dialplan.contexts.get(context)?.title;
  const shown = title === undefined ? context : `${title} (${context})`;
  return extension === 's' || numberOf(extension) !== undefined ? shown : `${shown} ${extension}`;
}

/** The language that a call begins in, where the first steps of an entry set it. */
function languageOf(graph: CallGraph, entries: readonly Way[]): string {
  const [first] = entries;
  const set = trailOf(graph, first).passes.flatMap(({ effects }) => effects);
  const language = set.find((effect) => effect.does === 'language');
  return language?.language ?? 'en';
}

/** Keeps where the parts of a script stand; of several places of a part the first. */
function createExtents() {
  const extents = new Map<string, Extent>([['', { start: 0, end: 0 }]]);
  const put = (path: Path, at: Extent): void => {
    const key = path.join('\n');
    if (!extents.has(key)) extents.set(key, at);
  };
  return { extents, put };
}

/** Writes a script from what a walk of the dialplan has found. */
export function writeScript(
  dialplan: Dialplan,
  explored: Explored,
  entries: readonly Entry[],
  title: string,
): WrittenScript {
  const graph = buildGraph(explored);
  const resolve = resolveWays(graph);
  const starts = explored.entries.map(resolve);
  const ids = reached(graph, starts);
  const nameOf = nameNodes(graph, ids, explored.missing);
  const { extents, put } = createExtents();
  const nodes: [NodeId, ScriptNode][] = [];
  const reachedSteps = new Set<number>();

  for (const id of ids) {
    const found = graph.nodes.get(id);
    const name = nameOf(id);
    const [step] = found?.steps ?? [];
    if (found === undefined || name === undefined || step === undefined) continue;
    const { node, marks, steps } = found;
    for (const { index } of steps) reachedSteps.add(index);
    const origin = [...new Set(steps.map(stepName))];
    nodes.push([name, withoutUndefined({ ...mapTargets(node, nameOf), origin })]);
    put(['nodes', name], step.at);
    for (const { path, at } of marks) put(['nodes', name, ...path], at);
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
    id: nameFrom(title, 'dialplan') as NodeId,
    language: languageOf(graph, explored.entries),
    defaults: { bargeIn: true },
    entries: written,
    nodes: Object.fromEntries(nodes),
  };
  return { script, nodes: nodes.map(([, node]) => node), extents, reachedSteps };
}
