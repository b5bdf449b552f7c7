import type { NodeId } from '../../script/names.ts';
import { countNodes } from '../count-nodes.ts';
import { unsupportedFormatFinding } from '../format-finding.ts';
import type { Imported } from '../importer.ts';
import { mergeReports, type ImportReport } from '../import-report.ts';
import { createNameTable } from '../name-table.ts';
import type { ScriptDocument } from '../../script/script-document.ts';
import { textBelow } from '../tree-values.ts';
import { isWelcome, type Agent, type Flow } from './agent.ts';
import { createFlowReader, routesOf, type FlowReader } from './flow-reader.ts';
import { mapPage, parametersOf } from './map-page.ts';
import { intentOf } from './options.ts';
import { partsBelow, placeBelow, placeOf, type Part } from './part.ts';
import { eventOf } from './retries.ts';
import { createHere } from './error-way.ts';
import { scriptIdOf } from './script-id.ts';
import { followWay } from './ways.ts';

/** Everything in a flow that is counted beside its pages, with what it is called. */
function blocksIn(flow: Flow): readonly (readonly [Part, string])[] {
  const inPage = [flow, ...flow.pages].flatMap((page) => [
    ...partsBelow(page.part, 'transitionRoutes').map((part) => [part, routeName(part)] as const),
    ...partsBelow(page.part, 'eventHandlers').map((part) => [part, eventOf(part)] as const),
    ...parametersOf(page).flatMap((part) => [
      [part, `parameter ${textBelow(part.tree, 'displayName') ?? ''}`] as const,
      ...partsBelow(part, 'fillBehavior', 'repromptEventHandlers').map(
        (one) => [one, eventOf(one)] as const,
      ),
    ]),
  ]);
  const inGroups = flow.groups.flatMap(({ part }) =>
    partsBelow(part, 'transitionRoutes').map((route) => [route, routeName(route)] as const),
  );
  return [...inPage, ...inGroups];
}

const routeName = (route: Part): string => {
  const intent = intentOf(route);
  return intent === undefined ? 'condition route' : `intent route ${intent}`;
};

/** What became no part of a node. */
function tellUnused(reader: FlowReader): number {
  const unused = blocksIn(reader.flow).filter(([part]) => !reader.isUsed(part));
  for (const [part, name] of unused)
    reader.writer.tell(
      `The script has no way for this: ${name || 'a handler without an event'}.`,
      placeOf(part),
    );
  return unused.length;
}

/** Calls begin with the welcome intent, which telephony starts a session with; else at the start page. */
function startOf(reader: FlowReader): { readonly start: NodeId; readonly at: Part } {
  const { flow } = reader;
  const welcome = routesOf(flow, reader).find((route) => isWelcome(intentOf(route) ?? ''));
  if (welcome === undefined) return { start: reader.start(), at: flow.part };
  const here = createHere(flow, reader, reader.start);
  const start = followWay(welcome, here, reader.start, 'welcome');
  reader.use(welcome, routeName(welcome), start);
  return { start, at: welcome };
}

const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** The agent's language; where that isn't known, the first that a message of the flow is in. */
function languageOf(agent: Agent, flow: Flow): string {
  const own = textBelow(agent.settings?.tree, 'defaultLanguageCode');
  if (own !== undefined && languageTag.test(own)) return own;
  const files = new Set([flow, ...flow.pages].map(({ part }) => part.source));
  const [, said = 'en'] =
    [...files]
      .map(({ text }) =>
        /"languageCode"\s{0,9}:\s{0,9}"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)"/.exec(text),
      )
      .find((found) => found !== null) ?? [];
  return said;
}

function importFlow(
  agent: Agent,
  flow: Flow,
  id: string,
): { document: ScriptDocument; report: ImportReport } {
  const reader = createFlowReader(agent, flow);
  const { writer } = reader;
  const { start, at } = startOf(reader);
  for (const page of flow.pages) mapPage(page, reader);
  const isStartNode = reader.isStartNeeded();
  if (isStartNode) mapPage(flow, reader);
  reader.finish();
  const unused = tellUnused(reader);
  const document = writer.finish(
    {
      id: id as NodeId,
      title: flow.title,
      language: languageOf(agent, flow),
      note: textBelow(flow.part.tree, 'description'),
      defaults: { bargeIn: true },
      entries: [{ start }],
    },
    [placeBelow(at, 'displayName')],
  );
  const folded = reader.folded();
  const report: ImportReport = {
    flows: 1,
    blocks: 1 + flow.pages.length + folded.length + unused,
    blocksAsNodes: 1 + flow.pages.length,
    folded,
    notBlocks: unused,
    ...countNodes(writer.nodes()),
    eventHooks: [],
    unresolved: writer.notes(),
  };
  return { document, report };
}

/** An agent, or a flow of one, with something more behind it: which of the two is meant, nobody knows. */
export function tellSeveral(second: Part): Imported {
  const finding = unsupportedFormatFinding(
    second.source,
    { start: second.tree.start, end: second.tree.start + 1 },
    'This is a second value after an agent of Dialogflow CX',
    'Give each agent in a file of its own.',
  );
  return { documents: [], findings: [finding], report: mergeReports([]) };
}

/** Imports the flows of an agent, each as a script; the one in which calls begin comes first. */
export function importAgent(agent: Agent, own: Part): Imported {
  if (agent.flows.length === 0) {
    const finding = unsupportedFormatFinding(
      own.source,
      { start: own.tree.start, end: own.tree.start + 1 },
      'This is an agent of Dialogflow CX without a flow next to it',
      'Give the "agent.json" of a whole export, with its folder "flows".',
    );
    return { documents: [], findings: [finding], report: mergeReports([]) };
  }
  const ids = createNameTable();
  const imported = agent.flows.map((flow) =>
    importFlow(agent, flow, ids.take(scriptIdOf(flow.title))),
  );
  return {
    documents: imported.map(({ document }) => document),
    findings: [],
    report: mergeReports(imported.map(({ report }) => report)),
  };
}
