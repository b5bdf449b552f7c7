import fc from 'fast-check';
import type { NodeId } from '../../src/script/names.ts';
import type { Script } from '../../src/script/script.ts';

const targets = new Set(['to', 'success', 'failure', 'otherwise', 'error', 'start']);

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((part) => renamed(part, names));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(fields).map(([name, part]) => [
      name,
      targets.has(name) && typeof part === 'string'
        ? (names.get(part) ?? part)
        : name === 'raw'
          ? part
          : renamed(part, names),
    ]),
  );
}

/** The same script with other names for its nodes, which stand in another order, as an import gives it. */
export function renamedCopy(script: Script, order: readonly number[], isImport = true): Script {
  const ids = Object.keys(script.nodes);
  const places = ids.map((_, index) => order[index] ?? index);
  const sorted = ids.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const names = new Map(sorted.map((at, index) => [ids[at] ?? '', `node-${index}`]));
  const nodes = sorted.map((at): [string, unknown] => {
    const id = ids[at] ?? '';
    const node = script.nodes[id as NodeId];
    const origin = isImport
      ? { origin: [`8f14e45f-ceea-467f-a2c1-${String(places[at]).padStart(12, '0')}`] }
      : {};
    return [names.get(id) ?? '', { ...(renamed(node, names) as object), ...origin }];
  });
  return {
    ...script,
    entries: renamed(script.entries, names),
    defaults: renamed(script.defaults, names),
    nodes: Object.fromEntries(nodes),
  } as unknown as Script;
}

/** The script as an import would give it: every node names the block it came from. */
export function asImported(script: Script): Script {
  const nodes = Object.entries(script.nodes).map(([id, node]): [string, unknown] => [
    id,
    { ...node, origin: [`was-${id}`] },
  ]);
  return { ...script, nodes: Object.fromEntries(nodes) } as unknown as Script;
}

/** Numbers to put things in another order by. */
export const anyOrder: fc.Arbitrary<readonly number[]> = fc.array(
  fc.integer({ min: 0, max: 999 }),
  {
    minLength: 40,
    maxLength: 40,
  },
);
