import { caseShare } from '../flow/case-share.ts';
import { switchWords } from '../script/case-words.ts';
import { isUnknown, type Language } from '../script/values.ts';
import type { NodeOfKind } from '../script/script.ts';
import type { Action } from './action.ts';
import type { CallState } from './call-state.ts';
import { caseHolds } from '../flow/case-holds.ts';
import { queueState, type QueueState } from './queue-state.ts';
import { momentIn, type World } from './world.ts';

type Branch = NodeOfKind<'branch'>;

/**
 * The words that a case may use for a state of a calendar or a queue, best first: a holiday or an
 * emergency that no case names is a time when the place is closed, and so is a queue that doesn't
 * exist; a queue that is full, or in which nobody works, is open where cases know hours alone.
 */
const wordsFor = {
  open: ['open'],
  closed: ['closed'],
  holiday: ['holiday', 'closed'],
  emergency: ['emergency', 'closed'],
  missing: ['missing', 'closed'],
  full: ['full', 'open'],
  nobody: ['unstaffed', 'open'],
  'no-language': ['unstaffed', 'open'],
  'no-skill': ['unstaffed', 'open'],
} as const satisfies Readonly<Record<QueueState, readonly string[]>>;

/** A tag and what it falls back to: `el-GR`, then `el`. */
function tagsOf(language: Language): readonly string[] {
  const parts = language.toLowerCase().split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/**
 * The part of all draws that falls on each case, and on `otherwise` at the end. Cases without a
 * number, and `otherwise`, share evenly what the numbers leave; shares that come to more than all are
 * scaled down.
 */
export function shareWidths(node: Branch): readonly number[] {
  const written = node.cases.map((branchCase) => caseShare(branchCase.when));
  const total = written.reduce<number>((sum, share) => sum + (share ?? 0), 0);
  const open = written.filter((share) => share === undefined).length;
  const others = open + (node.otherwise === undefined ? 0 : 1);
  const rest = others === 0 ? 0 : Math.max(1 - total, 0) / others;
  const widths = written.map((share) => (share === undefined ? rest : share / Math.max(total, 1)));
  const used = widths.reduce((sum, width) => sum + width, 0);
  return [...widths, Math.max(1 - used, 0)];
}

/** The case that a draw falls on. */
function caseByShare(node: Branch, draw: number): number | undefined {
  let reached = 0;
  for (const [index, width] of shareWidths(node).slice(0, -1).entries()) {
    reached += width;
    if (draw < reached) return index;
  }
  return undefined;
}

function valuesOf(node: Branch, state: CallState, world: World): readonly string[] {
  const { on } = node;
  const at = momentIn(world, state.seconds);
  const known = (table: Readonly<Record<string, string>> | undefined, name: string) =>
    table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  if (typeof on === 'string') return tagsOf(state.language);
  if ('calendar' in on)
    return isUnknown(on.calendar) ? ['open'] : wordsFor[world.calendarState(on.calendar, at)];
  if ('emergency' in on)
    return world.calendarState(on.emergency, at) === 'emergency' ? switchWords.on : switchWords.off;
  if ('queue-status' in on) {
    const queue = on['queue-status'];
    const told = isUnknown(queue) ? undefined : world.queueStatus?.(queue, at);
    return told === undefined ? wordsFor[queueState(queue, world, at, state.language)] : [told];
  }
  if ('loop' in on) return [];
  const value =
    'attribute' in on
      ? (known(state.attributes, on.attribute) ?? known(world.attributes, on.attribute))
      : (known(state.results, on.result) ?? known(world.attributes, on.result));
  return value === undefined ? [] : [value];
}

/**
 * What is counted in a queue, by name: what the world tells, else as many people as the state of the
 * queue takes, and nobody who waits.
 */
function measuredIn(node: Branch, state: CallState, world: World) {
  return (name: string): string | undefined => {
    const told = world.attributes;
    if (told !== undefined && Object.hasOwn(told, name)) return told[name];
    if (typeof node.on === 'string' || !('queue-status' in node.on)) return undefined;
    if (!name.startsWith('agents ')) return '0';
    return valuesOf(node, state, world)[0] === 'open' ? '1' : '0';
  };
}

/** The position of the case that a call takes, or nothing when it goes the `otherwise` way. */
export function caseFor(node: Branch, state: CallState, world: World): number | undefined {
  if (node.on === 'share') return caseByShare(node, world.share ?? 0);
  const measured = measuredIn(node, state, world);
  for (const value of valuesOf(node, state, world)) {
    const index = node.cases.findIndex(
      ({ when }) =>
        caseHolds(when, value, measured) ||
        (node.on === 'language' && when.toLowerCase() === value),
    );
    if (index >= 0) return index;
  }
  return undefined;
}

/** The world with the draw that an action brings, where it brings one. */
export function drawnWorld(world: World, action: Action): World {
  const share = action.do === 'next' ? action.share : undefined;
  return share === undefined ? world : { ...world, share };
}
