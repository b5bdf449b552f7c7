import { importDialplan } from '../../src/import/asterisk/import-dialplan.ts';
import type { Imported, Neighbours } from '../../src/import/importer.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { Script, ScriptNode } from '../../src/script/script.ts';
import type { ScriptDocument } from '../../src/script/script-document.ts';
import type { Path } from '../../src/source/tree.ts';
import type { Action } from '../../src/walk/action.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { alwaysOpen, type World } from '../../src/walk/world.ts';
import { underlined } from './underlined.ts';

/** What an import gave, ready to be looked at. */
export interface ImportedDialplan extends Imported {
  readonly document: ScriptDocument;
  readonly script: Script;
  readonly node: (id: string) => ScriptNode | undefined;
  /** The text at the place of something in the script. */
  readonly textAt: (...path: Path) => string;
  /** What the report tells. */
  readonly told: string;
}

/** Files beside a dialplan, by their paths from its folder. */
export function filesBeside(files: Readonly<Record<string, string>>): Neighbours {
  return {
    paths: Object.keys(files),
    read: (path) => (Object.hasOwn(files, path) ? { path, text: files[path] ?? '' } : undefined),
  };
}

/** Imports a dialplan, with the files that lie beside it. */
export function importText(
  text: string,
  files: Readonly<Record<string, string>> = {},
): ImportedDialplan {
  const source = { path: 'extensions.conf', text };
  const imported = importDialplan({ source, neighbours: filesBeside(files) });
  const [document] = imported.documents;
  if (document === undefined) {
    throw new Error(imported.findings.map(({ message }) => message).join('\n'));
  }
  const { script, places } = document;
  return {
    ...imported,
    document,
    script,
    node: (id) => (script.nodes as Readonly<Record<string, ScriptNode>>)[id],
    textAt: (...path) => {
      const place = places.at(path);
      return underlined(place.path === source.path ? text : (files[place.path] ?? ''), place);
    },
    told: imported.report.unresolved.map(({ message }) => message).join('\n'),
  };
}

/** A dialplan of one context that calls come into, from its lines. */
export function importLines(lines: string, more = ''): ImportedDialplan {
  return importText(`[incoming]\n${lines}\n${more}`);
}

/**
 * Walks a call: what leads on by itself does so, and the given actions are taken where something is
 * waited for. Gives the nodes that were come to, and how the call ended.
 */
export function walk(
  script: Script,
  actions: readonly Action[],
  world: Partial<World> = {},
): readonly string[] {
  const flow = buildCallFlow(script);
  const here: World = { ...alwaysOpen, ...world };
  let { state } = startCall(flow);
  const been: string[] = [];
  const waiting = [...actions];
  for (let moves = 0; moves < 100; moves += 1) {
    if (state.ended !== undefined) return [...been, `ended ${state.ended.why}`];
    if (state.node === undefined) return been;
    const { kind } = flow.graph.node(state.node);
    if (been.at(-1) !== state.node) been.push(state.node);
    const goesOn = kind === 'announcement' || kind === 'branch' || kind === 'hangup';
    const action: Action | undefined = goesOn ? { do: 'next' } : waiting.shift();
    if (action === undefined) return been;
    ({ state } = step(flow, state, action, here));
  }
  return been;
}

export const press = (key: string): Action => ({ do: 'press', key });
export const silence: Action = { do: 'silence' };
