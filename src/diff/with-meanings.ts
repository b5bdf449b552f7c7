import { nodeOfKind, type CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import type { MenuOption } from '../script/script.ts';
import { isSameDestination, type Comparison } from './comparison.ts';
import type { Destination, Difference, Sides } from './difference.ts';
import { nodeName } from './node-name.ts';

/** `to Billing`, `back`, for a sentence that begins with `Key 4 led`. */
function wayText({ to, does }: Destination, flow: CallFlow): string {
  if (does === 'repeat') return 'to the same menu again';
  if (does === 'back') return 'back to the menu before';
  return to === undefined ? 'nowhere' : `to ${nodeName(flow, to)}`;
}

/** The first option of each key: a second one is never taken. */
function byKey(options: readonly MenuOption[]): ReadonlyMap<string, Destination> {
  const keys = new Map<string, Destination>();
  for (const { key, to, do: does } of options) {
    if (key !== undefined && !keys.has(key)) keys.set(key, { to, does });
  }
  return keys;
}

/** What callers of a menu get by keys that they may know by heart, where that changed. */
function keyMeanings(comparison: Comparison, id: Sides<NodeId>): ReadonlyMap<string, string> {
  const { flows } = comparison;
  const menus = {
    before: nodeOfKind(flows.before, id.before, 'menu'),
    after: nodeOfKind(flows.after, id.after, 'menu'),
  };
  const found = new Map<string, string>();
  if (menus.before === undefined || menus.after === undefined) return found;
  const keys = { before: byKey(menus.before.options), after: byKey(menus.after.options) };
  for (const key of new Set([...keys.before.keys(), ...keys.after.keys()])) {
    const [before, after] = [keys.before.get(key), keys.after.get(key)];
    if (before === undefined) {
      if (after !== undefined)
        found.set(key, `Key ${key} is new and leads ${wayText(after, flows.after)}.`);
    } else if (after === undefined) {
      found.set(
        key,
        `Key ${key} led ${wayText(before, flows.before)} and is no key of this menu now.`,
      );
    } else if (!isSameDestination(comparison, { before, after })) {
      const [was, is] = [wayText(before, flows.before), wayText(after, flows.after)];
      found.set(key, `Key ${key} led ${was}, now ${is}.`);
    }
  }
  return found;
}

const whenTaken: Readonly<Record<string, string>> = {
  'noInput.to': 'Callers who stay silent',
  'noMatch.to': 'Callers who enter what the menu doesn’t know',
  'overflow.to': 'Callers who have waited long enough',
  'closed.to': 'Callers who come while it is closed',
  error: 'Callers who meet a failure of the system',
  failure: 'Callers for whom it fails',
  success: 'Callers for whom it succeeds',
  otherwise: 'All other calls',
  start: 'Calls that come in here',
};

function targetMeaning({ flows }: Comparison, one: Difference): readonly string[] {
  if (one.kind !== 'target') return [];
  const { before, after } = one.values;
  if (one.owner.of === 'script' || one.part?.of === 'option') return [];
  const isCase = one.part !== undefined && one.field === 'to';
  const who = isCase
    ? `Calls in the case “${one.part.label}”`
    : Object.hasOwn(whenTaken, one.field)
      ? whenTaken[one.field]
      : one.field === 'to'
        ? 'Calls'
        : undefined;
  if (who === undefined || before === undefined || after === undefined) return [];
  const [was, is] = [wayText(before, flows.before), wayText(after, flows.after)];
  return [`${who} went ${was}, now ${is}.`];
}

function fieldMeaning(one: Difference): readonly string[] {
  if (one.kind !== 'setting' || one.field !== 'bargeIn' || one.values.after === undefined)
    return [];
  return [
    one.values.after === 'true'
      ? 'Callers may press a key before everything has been said.'
      : 'Callers must hear everything before a key counts.',
  ];
}

/** The key whose meaning a difference of an option tells: the one that it has now, else had. */
function keyOf(
  { flows }: Comparison,
  one: Difference,
  side: 'before' | 'after',
): string | undefined {
  const { owner, part } = one;
  if (owner.of !== 'node' || part?.of !== 'option') return undefined;
  const [id, at] = [owner.id[side], part.at[side]];
  if (id === undefined || at === undefined) return undefined;
  return nodeOfKind(flows[side], id, 'menu')?.options[at]?.key;
}

const tellsKeys = new Set<Difference['kind']>([
  ...(['option-added', 'option-removed', 'option-key', 'target'] as const),
]);

/** Adds to differences what they mean for callers, each thing once, where that is certain. */
export function withMeanings(
  comparison: Comparison,
  differences: readonly Difference[],
): readonly Difference[] {
  const byMenu = new Map<NodeId, Map<string, string>>();
  const keysOf = ({ before, after }: Sides<NodeId | undefined>): Map<string, string> => {
    if (before === undefined || after === undefined) return new Map();
    const known = byMenu.get(after) ?? new Map(keyMeanings(comparison, { before, after }));
    byMenu.set(after, known);
    return known;
  };
  const told = new Map<Difference, string[]>();
  // Keys that are there first: what became of a key that is gone is told by the option that had it.
  for (const side of ['after', 'before'] as const) {
    for (const one of differences) {
      if (one.owner.of !== 'node' || !tellsKeys.has(one.kind)) continue;
      const key = keyOf(comparison, one, side);
      const meanings = keysOf(one.owner.id);
      const meaning = key === undefined ? undefined : meanings.get(key);
      if (key === undefined || meaning === undefined) continue;
      meanings.delete(key);
      told.set(one, [...(told.get(one) ?? []), meaning]);
    }
  }
  return differences.map((one): Difference => {
    const meanings = [
      ...(told.get(one) ?? []),
      ...targetMeaning(comparison, one),
      ...fieldMeaning(one),
    ];
    return meanings.length === 0 ? one : { ...one, meanings };
  });
}
