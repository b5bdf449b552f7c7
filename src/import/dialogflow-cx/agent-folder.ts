import { readJsonValues } from '../../source/read-json-values.ts';
import type { Source } from '../../source/source.ts';
import { fileTitle } from '../file-title.ts';
import type { Neighbours } from '../importer.ts';
import { textBelow } from '../tree-values.ts';
import { flowFrom, lastPart, type Agent, type Flow } from './agent.ts';
import type { Part } from './part.ts';

/** A file of an export is written with escapes such as `%c3%b3`. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function readPart(source: Source | undefined): Part | undefined {
  if (source === undefined) return undefined;
  const [result] = readJsonValues(source);
  return result?.tree?.kind === 'map' ? { source, tree: result.tree } : undefined;
}

/** The files of an export around one of them, asked for what is needed. `base` leads to its root. */
function createFolder(neighbours: Neighbours, base: string) {
  const inRoot = neighbours.paths.flatMap((path) =>
    path.startsWith(base) && !path.slice(base.length).startsWith('../')
      ? [{ path, steps: path.slice(base.length).split('/') }]
      : [],
  );
  const intents = new Map(
    inRoot.flatMap(({ path, steps: [room, name = '', file] }) =>
      room === 'intents' && file === `${name}.json` ? [[decoded(name), path] as const] : [],
    ),
  );
  const read = (path: string): Part | undefined => readPart(neighbours.read(path));
  return {
    read,
    /** The JSON files right below a folder, in order. */
    partsIn: (prefix: string): readonly Part[] =>
      neighbours.paths
        .filter((path) => path.startsWith(prefix) && path.endsWith('.json'))
        .filter((path) => !path.slice(prefix.length).includes('/'))
        .flatMap((path) => read(path) ?? []),
    flowPaths: inRoot.flatMap(({ path, steps: [room, name, file, more] }) =>
      room === 'flows' && more === undefined && file === `${name ?? ''}.json` ? [path] : [],
    ),
    patternOf: (intent: string): string | undefined => {
      const path = intents.get(lastPart(intent));
      return path === undefined ? undefined : textBelow(read(path)?.tree, 'dtmfPattern');
    },
  };
}

/** The flows of an exported agent, from its `agent.json`; the one in which calls begin comes first. */
export function agentAround(settings: Part, neighbours: Neighbours): Agent {
  const folder = createFolder(neighbours, '');
  const startFlow = textBelow(settings.tree, 'startFlow');
  const shared = folder.partsIn('agentTransitionRouteGroups/');
  const flows = folder.flowPaths.flatMap((path): readonly Flow[] => {
    const part = folder.read(path);
    if (part === undefined) return [];
    const own = path.slice(0, path.lastIndexOf('/') + 1);
    const groups = [...folder.partsIn(`${own}transitionRouteGroups/`), ...shared];
    return [
      flowFrom(part, folder.partsIn(`${own}pages/`), groups, startFlow, decoded(fileTitle(path))),
    ];
  });
  const ordered = [
    ...flows.filter(({ isStart }) => isStart),
    ...flows.filter(({ isStart }) => !isStart),
  ];
  return { settings, flows: ordered, patternOf: folder.patternOf };
}

/** One flow of an exported agent, from its own file. */
export function flowAround(part: Part, neighbours: Neighbours): Agent {
  const folder = createFolder(neighbours, '../../');
  const groups = folder.partsIn('transitionRouteGroups/');
  const title = decoded(fileTitle(part.source.path));
  const flow = flowFrom(part, folder.partsIn('pages/'), groups, undefined, title);
  return { settings: undefined, flows: [flow], patternOf: folder.patternOf };
}
