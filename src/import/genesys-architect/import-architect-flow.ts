import { nameFrom, type NodeId } from '../../script/names.ts';
import type { Script, ScriptNode } from '../../script/script.ts';
import { placeBetween, type Source } from '../../source/source.ts';
import type { Extent, Tree } from '../../source/tree.ts';
import { countNodes } from '../count-nodes.ts';
import { createPlaces } from '../draft-places.ts';
import { fileTitle } from '../file-title.ts';
import { unsupportedFormatFinding } from '../format-finding.ts';
import type { Imported } from '../importer.ts';
import { mergeReports } from '../import-report.ts';
import { below, itemsOf, textBelow } from '../tree-values.ts';
import { audioBelow } from './architect-value.ts';
import { asWritten, isTemplate } from './fill-templates.ts';
import { createFlowBuilder, type BuiltFlow } from './flow-builder.ts';
import { handleErrors, withErrorWay } from './handle-errors.ts';
import { listUnread } from './list-unread.ts';
import { mapAction } from './map-action.ts';
import { addMenu, readMenu, type DeclaredMenu, type ReadMenu } from './map-menu.ts';

/** What flows of other types are for. */
const otherTypes: ReadonlyMap<string, string> = new Map([
  ['outboundCall', 'for calls that a campaign places'],
  ['inboundShortMessage', 'for messages'],
  ['inboundEmail', 'for e-mail'],
  ['inboundChat', 'for chats'],
  ['workflow', 'a workflow without a caller'],
  ['commonModule', 'a module of other flows'],
]);

function notForCalls(source: Source, type: string, at: Extent): Imported {
  const what = otherTypes.get(type) ?? `of the type ${type}`;
  const finding = unsupportedFormatFinding(
    source,
    at,
    `This flow of Genesys Architect is ${what}, not a phone menu`,
    'Give a flow that begins with "inboundCall" or "inqueueCall".',
  );
  return { documents: [], findings: [finding], report: mergeReports([]) };
}

/** The bodies of `menus: [{menu: …}]`, `tasks: [{task: …}]`, `states: [{state: …}]`. */
function listed(flow: Tree, field: string, kind: string): readonly Tree[] {
  return itemsOf(below(flow, field)).flatMap((item) => below(item, kind) ?? []);
}

function addMenus(flow: Tree, declared: readonly DeclaredMenu[], built: BuiltFlow) {
  const read: ReadMenu[] = [];
  const waiting = [...declared];
  for (const menu of waiting) {
    const found = readMenu(menu, built);
    read.push(found.menu);
    waiting.push(...found.inner);
  }
  const everywhere = read.flatMap(({ options }) => options.filter(({ isGlobal }) => isGlobal));
  for (const menu of read) addMenu(menu, everywhere, below(flow, 'settingsMenu'), built);
}

/** Tasks and states: a node with the name of each, and its actions behind. */
function openSequences(flow: Tree, built: BuiltFlow) {
  for (const [field, kind] of [
    ['tasks', 'task'],
    ['states', 'state'],
  ] as const) {
    for (const body of listed(flow, field, kind)) {
      const id = built.declare(kind, body);
      const end = built.builder.flowEnds();
      const around = { end, taskEnd: end, menu: undefined, loop: undefined, calls: [] };
      const first = built.builder.open(below(body, 'actions'), around);
      const origin = [asWritten(textBelow(body, 'name') ?? textBelow(body, 'refId') ?? kind)];
      const at = below(body, 'name') ?? body;
      built.builder.add(id, { kind: 'announcement', bargeIn: false, to: first, origin }, at);
    }
  }
}

function languageOf(flow: Tree): string {
  const written = textBelow(flow, 'defaultLanguage') ?? '';
  const [base = '', ...rest] = written.split('-');
  const tag = [base.toLowerCase(), ...rest.map((part) => part.toUpperCase())].join('-');
  return /^[a-z]{2,3}(-[A-Z0-9]{2,8})*$/.test(tag) ? tag : 'en-US';
}

/** A flow that callers hear while they wait: its actions once, then the queue that they wait in. */
function startWaiting(flow: Tree, built: BuiltFlow): NodeId {
  const waiting = built.builder.freshId('waiting', 'waiting');
  const around = { end: waiting, taskEnd: waiting, menu: undefined, loop: undefined, calls: [] };
  const at = below(flow, 'startUpTaskActions') ?? flow;
  built.builder.add(
    waiting,
    {
      kind: 'queue',
      note: 'Architect plays this again and again until somebody takes the call.',
      queue: { unknown: 'the queue that the call waits in' },
      announce: {},
    },
    at,
  );
  return built.builder.open(below(flow, 'startUpTaskActions'), around);
}

/** Imports a flow of Genesys Architect; `tree` has the text of templates filled in, at the same places. */
export function importArchitectFlow(source: Source, type: string, tree: Tree): Imported {
  const flow = below(tree, type) ?? tree;
  const head = { start: tree.start, end: tree.start + type.length };
  if (type !== 'inboundCall' && type !== 'inqueueCall') return notForCalls(source, type, head);
  const built = createFlowBuilder(flow);
  const { builder } = built;
  const declared = listed(flow, 'menus', 'menu').map((body) => ({
    id: built.declare('menu', body),
    body,
  }));
  openSequences(flow, built);
  addMenus(flow, declared, built);
  let start =
    type === 'inqueueCall' && below(flow, 'startUpTaskActions') !== undefined
      ? startWaiting(flow, built)
      : builder.refer(textBelow(flow, 'startUpRef'));
  const whenFailing = handleErrors(below(flow, 'settingsErrorHandling'), built);
  for (const job of built.jobs) {
    mapAction(job, builder);
    listUnread(job, built);
  }
  const greeting = audioBelow(flow, 'initialGreeting');
  if (greeting.say !== undefined) {
    const id = builder.freshId('initial-greeting', 'greeting');
    builder.add(
      id,
      { kind: 'announcement', say: greeting.say, bargeIn: false, to: start },
      greeting.at ?? head,
    );
    start = id;
  }
  const ending = builder.flowEnds();
  const leads = JSON.stringify(built.nodes.map(([, node]) => node)).includes(`"${ending}"`);
  if (leads) {
    const note = 'Architect disconnects here: no action is left.';
    builder.add(ending, { kind: 'hangup', note }, head);
  }
  const nodes = built.nodes.map(([key, node]): [NodeId, ScriptNode] => [
    key,
    withErrorWay(node, whenFailing),
  ]);

  const name = textBelow(flow, 'name');
  const title = name === undefined ? undefined : asWritten(name);
  const fallback = nameFrom(fileTitle(source.path), 'flow');
  const id = name === undefined || isTemplate(name) ? fallback : nameFrom(name, fallback);
  const description = textBelow(flow, 'description');
  const script: Script = {
    ivr: 1,
    id: id as NodeId,
    ...(title === undefined ? {} : { title }),
    language: languageOf(flow),
    ...(description === undefined ? {} : { note: asWritten(description) }),
    defaults: { bargeIn: true },
    entries: [{ start }],
    nodes: Object.fromEntries(nodes),
  };
  const startAt = below(flow, 'startUpRef') ?? head;
  const marks = [
    { path: [], at: flow },
    ...(below(flow, 'name') === undefined
      ? []
      : [{ path: ['title'], at: below(flow, 'name') ?? flow }]),
    { path: ['entries'], at: startAt },
    { path: ['entries', 0, 'start'], at: startAt },
    ...built.marks,
  ];
  return {
    documents: [
      { source, format: 'genesys-architect', script, places: createPlaces(source, marks) },
    ],
    findings: [],
    report: {
      flows: 1,
      ...built.blocks.report(
        source,
        built.marks.filter(({ path }) => path.length === 2).map(({ at }) => at),
      ),
      ...countNodes(built.nodes.map(([, node]) => node)),
      eventHooks: [],
      unresolved: built.notes.map(({ message, at }) => ({
        message,
        at: placeBetween(source, at.start, at.end),
      })),
    },
  };
}
