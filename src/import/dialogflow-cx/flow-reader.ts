import type { NodeId } from '../../script/names.ts';
import type { Tree } from '../../source/tree.ts';
import type { FoldedBlock } from '../import-report.ts';
import { createScriptWriter, type ScriptWriter } from '../script-writer.ts';
import { below, itemsOf } from '../tree-values.ts';
import { findNamed, type Agent, type Flow, type Named } from './agent.ts';
import { createPagesBefore, type PagesBefore } from './pages-before.ts';
import { partsBelow, placeOf, type Part } from './part.ts';

/** What is known of a flow while its pages become nodes. */
export interface FlowReader {
  readonly agent: Agent;
  readonly flow: Flow;
  readonly writer: ScriptWriter;
  readonly idOf: (page: Named) => NodeId;
  /** The flow's own page: what callers are at before any other; a node only where a way leads there. */
  readonly start: () => NodeId;
  readonly isStartNeeded: () => boolean;
  readonly end: () => NodeId;
  readonly giveBack: () => NodeId;
  readonly missing: (name: string) => NodeId;
  readonly pagesBefore: (page: Named) => PagesBefore;
  /** The node that all ways of a page share which go back; made when it is first asked for. */
  readonly onceFor: (page: Named, make: () => NodeId) => NodeId;
  /** Counts a route, a handler or a parameter as part of a node. */
  readonly use: (part: Part, name: string, node: NodeId) => void;
  readonly isUsed: (part: Part) => boolean;
  readonly folded: () => readonly FoldedBlock[];
  /** Adds the nodes that several ways share. */
  readonly finish: () => void;
}

/** The flow itself is the page that it begins with. */
export const isStartPage = (page: Named, { flow }: Pick<FlowReader, 'flow'>): boolean =>
  page.part === flow.part;

export function createFlowReader(agent: Agent, flow: Flow): FlowReader {
  const at = placeOf(flow.part);
  const writer = createScriptWriter(flow.part.source, 'dialogflow-cx', at);
  const ids = new Map<Named, NodeId>();
  for (const page of flow.pages) ids.set(page, writer.freshId(page.title, 'page'));
  const folded = new Map<Tree, FoldedBlock>();
  const missing = new Map<string, NodeId>();
  const backs = new Map<Named, NodeId>();
  let start: NodeId | undefined;
  let end: NodeId | undefined;
  let back: NodeId | undefined;
  const startId = () => (start ??= writer.freshId(flow.title, 'start'));
  return {
    agent,
    flow,
    writer,
    idOf: (page) => ids.get(page) ?? startId(),
    start: startId,
    isStartNeeded: () => start !== undefined,
    end: () => (end ??= writer.freshId('end', 'end')),
    giveBack: () => (back ??= writer.freshId('end-of-flow', 'end-of-flow')),
    missing(name) {
      const id = missing.get(name) ?? writer.freshId(name, 'missing-page');
      missing.set(name, id);
      return id;
    },
    pagesBefore: createPagesBefore({ flow, writer }),
    onceFor(page, make) {
      const id = backs.get(page) ?? make();
      backs.set(page, id);
      return id;
    },
    use(part, name, node) {
      if (!folded.has(part.tree)) folded.set(part.tree, { block: name, node, at: placeOf(part) });
    },
    isUsed: ({ tree }) => folded.has(tree),
    folded: () => [...folded.values()],
    finish() {
      if (end !== undefined) writer.add(end, { kind: 'hangup' }, at);
      if (back === undefined) return;
      writer.add(
        back,
        flow.isStart
          ? { kind: 'hangup', note: 'The first flow is over, and so is the call.' }
          : {
              kind: 'subflow',
              title: 'Return',
              script: { unknown: 'the flow that began this one' },
            },
        at,
      );
    },
  };
}

/** Groups of routes that a page, or the flow, takes in; those that no file tells of are told. */
function groupsOf(
  { part }: Named,
  { flow, writer }: Pick<FlowReader, 'flow' | 'writer'>,
): readonly Named[] {
  return itemsOf(below(part.tree, 'transitionRouteGroups')).flatMap((item) => {
    const name = item.kind === 'scalar' ? String(item.value) : '';
    const group = findNamed(flow.groups, name);
    if (group === undefined)
      writer.tell(
        `The group of routes "${name}" is in no file that is known.`,
        placeOf({ source: part.source, tree: item }),
      );
    return group ?? [];
  });
}

/** The routes of a page, then those of its groups, in the order in which they are looked at. */
export function routesOf(
  page: Named,
  reader: Pick<FlowReader, 'flow' | 'writer'>,
): readonly Part[] {
  return [page, ...groupsOf(page, reader)].flatMap(({ part }) =>
    partsBelow(part, 'transitionRoutes'),
  );
}
