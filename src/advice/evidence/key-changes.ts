import type { CallerCalls } from '../../calls/call-details.ts';
import type { Errands } from '../errands/errand.ts';
import { reasonOfErrand } from '../errands/reason-of-errand.ts';
import type { Walked, WalkedErrand } from '../errands/walk-errands.ts';

/** Keys that callers with one reason have to unlearn. */
export interface KeyChange {
  readonly reason: string | undefined;
  /** The keys that they press, in order; intents where the menu listens to speech. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly calls: number;
}

/** Whose keys change. */
export interface KeyChanges {
  /** Calls that press other keys for the same. */
  readonly calls: number;
  /** Callers with two calls or more that press other keys then; nothing where callers aren't known. */
  readonly habitualCallers: number | undefined;
  /** Most calls first. */
  readonly changes: readonly KeyChange[];
}

/** The keys of a walk, in order. */
function keysOf({ legs }: WalkedErrand): readonly string[] {
  return legs.flatMap(({ lanes }) =>
    lanes.flatMap(({ edge }) => (edge.option === undefined ? [] : [edge.value ?? ''])),
  );
}

const fewestOfHabit = 2;

/** Which calls press other keys in one script than in another. */
export function keyChanges(
  errands: Errands,
  before: Walked,
  after: Walked,
  callers: CallerCalls | undefined,
): KeyChanges {
  const found = new Map<string, { change: KeyChange; calls: number }>();
  const isChanged = errands.errands.map((errand, position): boolean => {
    const [was, is] = [before.errands[position], after.errands[position]];
    if (was?.isReached !== true || is?.isReached !== true) return false;
    const [old, fresh] = [keysOf(was), keysOf(is)];
    if (old.join(' ') === fresh.join(' ')) return false;
    const reason = reasonOfErrand(errand);
    const name = [reason ?? '', old.join(' '), fresh.join(' ')].join('\n');
    const known = found.get(name) ?? {
      change: { reason, before: old, after: fresh, calls: 0 },
      calls: 0,
    };
    found.set(name, known);
    known.calls += errand.calls;
    return true;
  });
  const changes = [...found.values()]
    .map(({ change, calls }) => ({ ...change, calls }))
    .filter(({ calls }) => calls > 0)
    .sort((a, b) => b.calls - a.calls);
  return {
    calls: changes.reduce((sum, { calls }) => sum + calls, 0),
    habitualCallers: callers === undefined ? undefined : habitual(errands, isChanged, callers),
    changes,
  };
}

function habitual(errands: Errands, isChanged: readonly boolean[], callers: CallerCalls): number {
  const times = new Map<number, number>();
  callers.caller.forEach((caller, call) => {
    const shares = errands.paths[callers.variant[call] ?? -1]?.shares ?? [];
    if (shares.some(({ errand }) => isChanged[errand] === true))
      times.set(caller, (times.get(caller) ?? 0) + 1);
  });
  const often = [...times.values()].filter((count) => count >= fewestOfHabit).length;
  return often * callers.oneOf;
}
