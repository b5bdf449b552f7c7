import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { readMenuFile } from '../../src/import/read-menu-file.ts';
import type { ImportReport } from '../../src/import/import-report.ts';
import type { Script, ScriptNode } from '../../src/script/script.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';
import type { Path } from '../../src/source/tree.ts';
import type { Source } from '../../src/source/source.ts';
import type { Action } from '../../src/walk/action.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { alwaysOpen, type World } from '../../src/walk/world.ts';
import { underlined } from './underlined.ts';

/** Ways by event; a way that leads nowhere is `''`. */
export type Ways = Readonly<Record<string, string>>;

const transition = (event: string, next: string, conditions?: readonly object[]) => ({
  event,
  ...(next === '' ? {} : { next }),
  ...(conditions === undefined ? {} : { conditions }),
});

/** A widget as Studio writes it. */
export function widget(
  name: string,
  type: string,
  ways: Ways = {},
  properties: object = {},
): object {
  return {
    name,
    type,
    transitions: Object.entries(ways).map(([event, next]) => transition(event, next)),
    properties,
  };
}

export const say = (name: string, text: string, next = ''): object =>
  widget(name, 'say-play', { audioComplete: next }, { say: text });

export const gather = (name: string, ways: Ways, properties: object = {}): object =>
  widget(name, 'gather-input-on-call', ways, { say: `Text of ${name}.`, ...properties });

/** A match of a split: its condition, the value, and where it leads. */
export type Match = readonly [type: string, value: string, next: string, friendlyName?: string];

export function split(
  name: string,
  input: string,
  matches: readonly Match[],
  noMatch = '',
): object {
  return {
    name,
    type: 'split-based-on',
    transitions: [
      transition('noMatch', noMatch),
      ...matches.map(([type, value, next, friendlyName]) =>
        transition('match', next, [
          {
            type,
            value,
            arguments: [input],
            friendly_name: friendlyName ?? `If value ${type} ${value}`,
          },
        ]),
      ),
    ],
    properties: { input },
  };
}

/** Sets variables of the flow. */
export const set = (name: string, next: string, variables: Readonly<Record<string, string>>) =>
  widget(
    name,
    'set-variables',
    { next },
    { variables: Object.entries(variables).map(([key, value]) => ({ key, value })) },
  );

/** A counter that goes up by one. */
export const count = (name: string, variable: string, next: string): object =>
  set(name, next, { [variable]: `{{flow.variables.${variable} | plus: 1}}` });

/** A whole flow whose calls start at its first widget. */
export function flowOf(widgets: readonly object[], starts?: Ways): object {
  const [first] = widgets as readonly { readonly name?: string }[];
  return {
    description: 'A flow',
    states: [
      widget('Trigger', 'trigger', starts ?? { incomingCall: first?.name ?? '' }),
      ...widgets,
    ],
    initial_state: 'Trigger',
    flags: { allow_concurrent_calls: true },
  };
}

export function sourceOf(document: unknown, path = 'flow.json'): Source {
  return { path, text: JSON.stringify(document, null, 2) };
}

/** What an import gave, ready to be looked at. */
export interface Imported {
  readonly document: ScriptDocument;
  readonly script: Script;
  readonly report: ImportReport;
  readonly node: (id: string) => ScriptNode | undefined;
  /** The text at the place of something in the script. */
  readonly textAt: (...path: Path) => string;
  /** The nodes that a call comes to when this happens, and how it ends. */
  readonly walk: (actions: readonly Action[], world?: Partial<World>) => readonly string[];
}

/** Nodes that a call goes through without anybody acting are left by `next`. */
function pathOf(script: Script, actions: readonly Action[], world: World): readonly string[] {
  const flow = buildCallFlow(script);
  const begun = startCall(flow);
  const path: string[] = [];
  const tell = (events: typeof begun.events) => {
    for (const { event, node } of events) {
      if (event === 'enter') path.push(node);
      else if (['disconnect', 'hangup', 'transfer', 'answer', 'end'].includes(event))
        path.push(event);
    }
  };
  tell(begun.events);
  let { state } = begun;
  const goOn = () => {
    for (let moves = 0; moves < 100 && state.ended === undefined; moves += 1) {
      const kind = state.node === undefined ? undefined : flow.graph.node(state.node).kind;
      if (kind !== 'announcement' && kind !== 'branch' && kind !== 'hangup') return;
      const taken = step(flow, state, { do: 'next' }, world);
      tell(taken.events);
      state = taken.state;
    }
  };
  goOn();
  for (const action of actions) {
    const taken = step(flow, state, action, world);
    tell(taken.events);
    state = taken.state;
    goOn();
  }
  return path;
}

/** Imports a file that must hold one flow. */
export async function importSource(source: Source): Promise<Imported> {
  const { documents, findings, report } = await readMenuFile(source);
  const [document] = documents;
  if (document === undefined || documents.length !== 1 || report === undefined) {
    throw new Error(`no single flow: ${findings.map(({ message }) => message).join('\n')}`);
  }
  const { script } = document;
  return {
    document,
    script,
    report,
    node: (id) => (script.nodes as Readonly<Record<string, ScriptNode>>)[id],
    textAt: (...path) => underlined(source.text, document.places.at(path)),
    walk: (actions, world) => pathOf(script, actions, { ...alwaysOpen, ...world }),
  };
}

/** Imports widgets as a flow of their own. */
export function importWidgets(widgets: readonly object[], starts?: Ways): Promise<Imported> {
  return importSource(sourceOf(flowOf(widgets, starts)));
}
