import { nameFrom, type NodeId } from '../script/names.ts';
import type { Script, ScriptNode } from '../script/script.ts';
import type { ScriptDocument, VendorFormat } from '../script/script-document.ts';
import { comparePlaces, placeBetween, type Place, type Source } from '../source/source.ts';
import type { Path, Places } from '../source/tree.ts';
import type { ImportNote } from './import-report.ts';
import { createNameTable } from './name-table.ts';
import { targetsOf } from './node-targets.ts';
import { withoutUndefined } from './without-undefined.ts';

/** Where something below a node is written. */
export type PlacedPath = readonly [path: Path, at: Place | undefined];

/** A script that grows node by node, with the place of everything, whichever file it stands in. */
export interface ScriptWriter {
  /** A name for a node, made from any text; one that is taken gets a number behind it. */
  readonly freshId: (wanted: string, fallback: string) => NodeId;
  readonly add: (id: NodeId, node: ScriptNode, at: Place, placed?: readonly PlacedPath[]) => NodeId;
  /** Notes something that the script can't say, or says in other words; the same only once. */
  readonly tell: (message: string, at: Place) => void;
  /** The nodes that some node of the script leads to, so far. */
  readonly ledTo: () => ReadonlySet<NodeId>;
  readonly nodes: () => readonly ScriptNode[];
  readonly notes: () => readonly ImportNote[];
  readonly finish: (
    head: Omit<Script, 'ivr' | 'nodes'>,
    entries: readonly Place[],
  ) => ScriptDocument;
}

const keyOf = (path: Path): string => path.join('\n');

function placesFrom(source: Source, known: ReadonlyMap<string, Place>): Places {
  return {
    at(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const place = known.get(keyOf(path.slice(0, length)));
        if (place !== undefined) return place;
      }
      return placeBetween(source, 0, 0);
    },
    has: (path) => known.has(keyOf(path)),
    fields: () => [],
  };
}

/** Begins a script that is made from this file, and perhaps from others beside it. */
export function createScriptWriter(
  source: Source,
  format: VendorFormat,
  root: Place,
): ScriptWriter {
  const names = createNameTable();
  const nodes = new Map<NodeId, ScriptNode>();
  const written = new Map<NodeId, Place>();
  const places = new Map<string, Place>([
    ['', root],
    ['entries', root],
    ['nodes', root],
  ]);
  const notes = new Map<string, ImportNote>();
  const place = (path: Path, at: Place | undefined) => {
    const key = keyOf(path);
    if (at !== undefined && !places.has(key)) places.set(key, at);
  };
  return {
    freshId: (wanted, fallback) => names.take(nameFrom(wanted, fallback)) as NodeId,
    add(id, node, at, placed = []) {
      nodes.set(id, withoutUndefined(node));
      written.set(id, at);
      place(['nodes', id], at);
      for (const [path, where] of placed) place(['nodes', id, ...path], where);
      return id;
    },
    tell(message, at) {
      notes.set(`${at.path}\n${at.start.line}:${at.start.column}\n${message}`, { message, at });
    },
    ledTo: () => new Set([...nodes.values()].flatMap(targetsOf)),
    nodes: () => [...nodes.values()],
    notes: () => [...notes.values()].sort((a, b) => comparePlaces(a.at, b.at)),
    finish(head, entries) {
      entries.forEach((at, index) => {
        place(['entries', index], at);
        place(['entries', index, 'start'], at);
      });
      const inOrder = [...nodes].sort(([a], [b]) =>
        comparePlaces(written.get(a) ?? root, written.get(b) ?? root),
      );
      const script: Script = {
        ivr: 1,
        ...withoutUndefined(head),
        nodes: Object.fromEntries(inOrder),
      };
      return { source, format, script, places: placesFrom(source, places) };
    },
  };
}
