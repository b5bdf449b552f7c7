import {
  comparePatterns,
  isPattern,
  matchesPattern,
} from '../../../import/asterisk/extension-pattern.ts';
import type { NodeNames } from '../node-names.ts';

/** Where the nodes of a script stand in the dialplan that it was imported from. */
export interface DialplanPlaces {
  /** Whether the script knows the context; a script that comes from no dialplan knows all. */
  readonly hasContext: (context: string) => boolean;
  /**
   * The nodes of an extension in the order of its priorities: of the context itself, else of a pattern
   * there that fits, else of another context (which it includes).
   */
  readonly nodesAt: (context: string, extension: string) => readonly string[];
}

type Extensions = Map<string, Set<string>>;

/** The menus of FreePBX stand in contexts of their own; an import of its tables names them by number. */
const ofTables = /^ivr_details (\d{1,9})$/;

/** Takes `context,extension,priority` apart. */
function partsOf(block: string): readonly [string, string] | undefined {
  const [, number] = ofTables.exec(block) ?? [];
  if (number !== undefined) return [`ivr-${number}`, 's'];
  const last = block.lastIndexOf(',');
  const first = block.indexOf(',');
  return first < 0 || last <= first
    ? undefined
    : [block.slice(0, first), block.slice(first + 1, last)];
}

function placesIn({ blocks }: NodeNames): DialplanPlaces {
  const contexts = new Map<string, Extensions>();
  const everywhere: Extensions = new Map();
  const put = (extensions: Extensions, extension: string, node: string): void => {
    const nodes = extensions.get(extension) ?? new Set();
    nodes.add(node);
    extensions.set(extension, nodes);
  };
  for (const [block, node] of blocks) {
    const parts = partsOf(block);
    if (parts === undefined) continue;
    const [context, extension] = parts;
    const extensions = contexts.get(context) ?? new Map<string, Set<string>>();
    contexts.set(context, extensions);
    put(extensions, extension, node);
    put(everywhere, extension, node);
  }
  const byPattern = (context: string, dialled: string): ReadonlySet<string> | undefined => {
    const fitting = [...(contexts.get(context) ?? [])]
      .filter(([extension]) => isPattern(extension) && matchesPattern(extension, dialled))
      .sort(([a], [b]) => comparePatterns(a, b));
    return fitting[0]?.[1];
  };
  return {
    hasContext: (context) => blocks.length === 0 || contexts.has(context),
    nodesAt: (context, extension) => [
      ...(contexts.get(context)?.get(extension) ??
        byPattern(context, extension) ??
        (contexts.has(context) && extension !== 's' ? everywhere.get(extension) : undefined) ??
        []),
    ],
  };
}

const known = new WeakMap<NodeNames, DialplanPlaces>();

/** The places of a script's nodes, found once for all calls. */
export function placesOf(names: NodeNames): DialplanPlaces {
  const places = known.get(names) ?? placesIn(names);
  known.set(names, places);
  return places;
}
