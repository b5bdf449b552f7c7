import type { CallFlow } from '../flow/call-flow.ts';
import { drawByWeight } from './draw.ts';
import type { Random } from './random.ts';

/** What is known of callers before a call, by name: values with their weights. */
export type KnownOfCallers = ReadonlyMap<string, readonly (readonly [string, number])[]>;

/**
 * The attributes and results that branches of a script ask for, with the values of their cases. All
 * values, and none of them where the branch has another way, are as likely, unless a table says.
 */
export function knownOfCallers(
  flow: CallFlow,
  table: Readonly<Record<string, Readonly<Record<string, number>>>> = {},
): KnownOfCallers {
  const known = new Map<string, Map<string, number>>();
  for (const { node } of flow.nodes) {
    if (node.kind !== 'branch' || typeof node.on === 'string') continue;
    const name =
      'attribute' in node.on ? node.on.attribute : 'result' in node.on ? node.on.result : undefined;
    if (name === undefined) continue;
    const values = known.get(name) ?? new Map<string, number>();
    known.set(name, values);
    for (const { when } of node.cases) values.set(when, 1);
    if (node.otherwise !== undefined) values.set('', 1);
  }
  return new Map(
    [...known].map(([name, values]) => [
      name,
      Object.entries(
        (Object.hasOwn(table, name) ? table[name] : undefined) ?? Object.fromEntries(values),
      ),
    ]),
  );
}

/** What is known of one caller. */
export function drawKnown(known: KnownOfCallers, random: Random): Readonly<Record<string, string>> {
  const drawn: [string, string][] = [];
  for (const [name, values] of known) {
    const [value] = drawByWeight(values, ([, weight]) => weight, random) ?? [''];
    if (value !== '') drawn.push([name, value]);
  }
  return Object.fromEntries(drawn);
}
