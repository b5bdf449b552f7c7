import { nameFrom, type NodeId } from '../../script/names.ts';
import type { Source } from '../../source/source.ts';
import type { Tree } from '../../source/tree.ts';
import { countNodes } from '../count-nodes.ts';
import { fileTitle } from '../file-title.ts';
import { unsupportedFormatFinding } from '../format-finding.ts';
import type { Imported } from '../importer.ts';
import { mergeReports } from '../import-report.ts';
import { createNameTable } from '../name-table.ts';
import { below, fieldsOf, itemsOf, textBelow } from '../tree-values.ts';
import { findEntries } from './find-entries.ts';
import { beginImport, type FlowContext } from './flow-context.ts';
import { writeActivities } from './write-activities.ts';

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

/** Tells of what runs at events beside the call, and counts it. */
function tellEventFlows({ flow, writer, placeOf }: FlowContext): number {
  let count = 0;
  for (const { name, value } of fieldsOf(below(flow, 'eventFlows'))) {
    const { length } = itemsOf(below(value, 'nodes'));
    count += length;
    if (length > 0)
      writer.tell(
        `${length === 1 ? '1 activity' : `${length} activities`} of "${name}" ${length === 1 ? 'runs' : 'run'} at events outside the call.`,
        placeOf(value),
      );
  }
  return count;
}

function importFlow(source: Source, flow: Tree, takeId: (wanted: string) => string): Imported {
  const context = beginImport(source, flow);
  const { writer, ids } = context;
  writeActivities(context);
  const { begun, folded, lone } = findEntries(context);
  const outside = tellEventFlows(context) + lone;
  const title = textBelow(flow, 'name');
  const document = writer.finish(
    {
      id: takeId(nameFrom(title ?? fileTitle(source.path), 'flow')) as NodeId,
      title,
      language: languageOf(flow),
      note: textBelow(flow, 'description'),
      entries: begun.map(({ start }) => ({ start })),
    },
    begun.map(({ at }) => at),
  );
  return {
    documents: [document],
    findings: [],
    report: {
      flows: 1,
      blocks: ids.size + folded.length + outside,
      blocksAsNodes: ids.size,
      folded,
      notBlocks: outside,
      ...countNodes(writer.nodes()),
      eventHooks: [],
      unresolved: writer.notes(),
    },
  };
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
