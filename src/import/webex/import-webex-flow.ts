import { nameFrom, type NodeId } from '../../script/names.ts';
import { placeBetween, type Source } from '../../source/source.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import { countNodes } from '../count-nodes.ts';
import { fileTitle } from '../file-title.ts';
import { unsupportedFormatFinding } from '../format-finding.ts';
import type { Imported } from '../importer.ts';
import { mergeReports, type FoldedBlock } from '../import-report.ts';
import { createNameTable } from '../name-table.ts';
import { createScriptWriter } from '../script-writer.ts';
import { below, fieldsOf, itemsOf, textBelow } from '../tree-values.ts';
import { activities, mapOpaque, type Exits } from './map-activity.ts';
import { nodesIn, type FlowNode } from './webex-flow.ts';

/** An export of the console, which nobody outside Cisco can read for certain. */
export function tellConsoleExport(source: Source, tree: Tree): Imported {
  const finding = unsupportedFormatFinding(
    source,
    { start: tree.start, end: tree.start + 1 },
    'This is an export of the Flow Designer of Webex, in a format that is not published',
    'Get the flow as Flow JSON ("nodes" and "edges") by the Flow Orchestration API.',
  );
  return { documents: [], findings: [finding], report: mergeReports([]) };
}

/** The language of the flow's own variable, where it holds a plain tag. */
function languageOf(flow: Tree): string {
  const variable = itemsOf(below(flow, 'variables')).find(
    (item) => textBelow(item, 'name') === 'Global_Language',
  );
  const value = textBelow(variable, 'value') ?? '';
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) ? value : 'en-US';
}

/** Imports flows of Webex Contact Center in Flow JSON, each as one script. */
export function importWebexFlows(source: Source, flows: readonly Tree[]): Imported {
  const ids = createNameTable();
  const imported = flows.map((flow) => importFlow(source, flow, (wanted) => ids.take(wanted)));
  return {
    documents: imported.flatMap(({ documents }) => documents),
    findings: [],
    report: mergeReports(imported.map(({ report }) => report)),
  };
}

function importFlow(source: Source, flow: Tree, takeId: (wanted: string) => string): Imported {
  const placeOf = ({ start, end }: Extent) => placeBetween(source, start, end);
  const root = placeOf({ start: flow.start, end: flow.start + 1 });
  const writer = createScriptWriter(source, 'webex', root);
  const all = nodesIn(flow);
  const starts = all.filter(({ type }) => type === 'start');
  const own = all.filter(({ type }) => type !== 'start');
  const ids = new Map(own.map((node) => [node, writer.freshId(node.name, 'activity')]));
  const table = new Map<string, NodeId>();
  for (const [node, id] of ids)
    for (const key of [node.id, node.name]) if (!table.has(key)) table.set(key, id);
  const idOf = (target: string): NodeId => {
    const known = table.get(target) ?? writer.freshId(target, 'missing-activity');
    table.set(target, known);
    return known;
  };
  const at = (node: FlowNode) => placeOf(below(node.tree, 'name') ?? node.tree);

  for (const node of own) {
    const id = idOf(node.id === '' ? node.name : node.id);
    const self = ids.get(node) ?? id;
    const asked = new Set<string>();
    const exits: Exits = {
      ports: [...new Set(node.edges.map(({ port }) => port))],
      to(...ports) {
        const edge = ports
          .map((port) => node.edges.find((one) => one.port === port))
          .find((one) => one !== undefined);
        if (edge === undefined) return undefined;
        asked.add(edge.port);
        return idOf(edge.to);
      },
      tell: (message) => {
        writer.tell(message, at(node));
      },
    };
    const made = (activities.get(node.activity) ?? mapOpaque)(node, exits);
    writer.add(self, { ...made, title: made.title ?? node.name, origin: [node.name] }, at(node));
    const used = new Set<string>();
    for (const { tree, port } of node.edges) {
      if (!asked.has(port) || used.has(port))
        writer.tell(
          `The script has no way for this edge: ${port || 'no condition'}.`,
          placeOf(tree),
        );
      used.add(port);
    }
  }

  const folded: FoldedBlock[] = [];
  const entries = starts.flatMap((node) =>
    node.edges.slice(0, 1).map(({ to }) => {
      const start = idOf(to);
      folded.push({ block: node.name, node: start, at: at(node) });
      return { start, at: at(node) };
    }),
  );
  const from = new Set(all.flatMap(({ id, name }) => [id, name]));
  for (const tree of itemsOf(below(flow, 'edges'))) {
    const begin = textBelow(tree, 'from') ?? '';
    if (!from.has(begin))
      writer.tell(`This edge begins at no node of the flow: ${begin}.`, placeOf(tree));
  }
  for (const { tree } of starts.flatMap(({ edges }) => edges.slice(1)))
    writer.tell('Calls begin by another edge than this one.', placeOf(tree));
  const lone = starts.filter(({ edges }) => edges.length === 0);
  for (const node of lone) writer.tell('Calls begin here, and nothing follows.', at(node));
  const events = fieldsOf(below(flow, 'eventFlows')).flatMap(({ name, value }) => {
    const nodes = itemsOf(below(value, 'nodes'));
    if (nodes.length > 0)
      writer.tell(
        `${nodes.length === 1 ? '1 activity' : `${nodes.length} activities`} of "${name}" ${nodes.length === 1 ? 'runs' : 'run'} at events beside the call.`,
        placeOf(value),
      );
    return nodes;
  });
  const [first] = ids.values();
  const begun =
    entries.length > 0
      ? entries
      : [{ start: first ?? writer.freshId('no-start', 'no-start'), at: root }];
  if (entries.length === 0) writer.tell('The flow has no start that leads on.', root);
  const title = textBelow(flow, 'name');
  const document = writer.finish(
    {
      id: takeId(nameFrom(title ?? fileTitle(source.path), 'flow')) as NodeId,
      title,
      language: languageOf(flow),
      note: textBelow(flow, 'description'),
      entries: begun.map(({ start }) => ({ start })),
    },
    begun.map((one) => one.at),
  );
  const outside = events.length + lone.length;
  return {
    documents: [document],
    findings: [],
    report: {
      flows: 1,
      blocks: own.length + folded.length + outside,
      blocksAsNodes: own.length,
      folded,
      notBlocks: outside,
      ...countNodes(writer.nodes()),
      eventHooks: [],
      unresolved: writer.notes(),
    },
  };
}
