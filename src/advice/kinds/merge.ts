import { buildCallFlow } from '../../flow/build-call-flow.ts';
import { optionLabel } from '../../script/option-label.ts';
import { applyEdits } from '../apply-edits.ts';
import { arrange, type Seat } from '../arrange.ts';
import { moveDemand } from '../demand-seats.ts';
import { isProtected, type Ground, type MenuNumbers } from '../ground.ts';
import { joinedOption, type JoinedOption } from '../joined-option.ts';
import { isFixed } from '../key-seats.ts';
import { movesInWords } from '../moves-in-words.ts';
import type { ScriptEdit } from '../script-edit.ts';
import { listening, type Placed } from './in-best-order.ts';
import type { Proposal, Proposed } from './proposal.ts';
import { roomIn } from './room-in.ts';
import { sum } from './sum.ts';

/** A menu as it is listened to: its options, and what choosing there takes beside them. */
export interface Listened {
  readonly placed: readonly Pick<Placed, 'seconds' | 'weight'>[];
  readonly constant: number;
  readonly fullListenShare: number;
}

const takes = ({ placed, constant, fullListenShare }: Listened): number =>
  constant * sum(placed.map(({ weight }) => weight)) + listening(placed, fullListenShare);

/** What is listened to before, less what is listened to then: in the menu above, and in those below. */
function mergeSaving(before: readonly Listened[], after: readonly Listened[]): number {
  return sum(before.map(takes)) - sum(after.map(takes));
}

const listened = (
  { seconds, weights, constant, fullListenShare }: MenuNumbers,
  change: (option: number) => { seconds?: number; weight?: number } | undefined = () => ({}),
): Listened => ({
  placed: seconds.flatMap((own, option) => {
    const other = change(option);
    if (other === undefined) return [];
    return [{ seconds: other.seconds ?? own, weight: other.weight ?? weights[option] ?? 0 }];
  }),
  constant,
  fullListenShare,
});

/** Two options of a menu that could be one, with the menus that they lead to. */
interface Merge {
  readonly above: MenuNumbers;
  /** The positions of the two, the first of which is kept. */
  readonly a: number;
  readonly b: number;
  readonly labels: readonly [string, string];
  readonly into: MenuNumbers;
  readonly gone: MenuNumbers;
  /** The options that move: those that lead on. */
  readonly taken: readonly number[];
  readonly joined: JoinedOption;
}

/** Nothing where one of the two must stay as it is, or the other has no room for its options. */
function mergeOf(ground: Ground, above: MenuNumbers, a: number, b: number): Merge | undefined {
  const [first, second] = [above.menu.options[a], above.menu.options[b]];
  if (first?.to === undefined || second?.to === undefined) return undefined;
  const [into, gone] = [ground.menus.get(first.to), ground.menus.get(second.to)];
  const way = (id: string) => [...ground.onlyWays].find(([menu]) => menu === id)?.[1];
  if (into === undefined || gone === undefined) return undefined;
  if (way(into.id)?.menu !== above.id || way(gone.id)?.menu !== above.id) return undefined;
  const isPlain = [first, second].every((option) => !isFixed(option) && !isProtected(option));
  if (!isPlain || first.set !== undefined || second.set !== undefined) return undefined;
  const { options } = gone.menu;
  const taken = options.flatMap(({ do: does }, option) => (does === undefined ? [option] : []));
  if (taken.some((option) => isFixed(options[option] ?? first))) return undefined;
  if (gone.menu.error !== undefined || !roomIn(into.menu, ground.limits.width, taken.length))
    return undefined;
  const joined = joinedOption(ground, { menu: above.id, option: a }, [first, second]);
  if (joined === undefined) return undefined;
  const labels = [optionLabel(first), optionLabel(second)] as const;
  return { above, a, b, labels, into, gone, taken, joined };
}

function savingOf({ above, a, b, into, gone, taken, joined }: Merge): number {
  const weight = (above.weights[a] ?? 0) + (above.weights[b] ?? 0);
  const moved = taken.map((option) => ({
    seconds: gone.seconds[option] ?? 0,
    weight: gone.weights[option] ?? 0,
  }));
  const inside = listened(into);
  return mergeSaving(
    [listened(above), inside, listened(gone)],
    [
      listened(above, (option) =>
        option === b
          ? undefined
          : option === a
            ? { seconds: (above.seconds[a] ?? 0) + joined.longer, weight }
            : {},
      ),
      { ...inside, placed: [...inside.placed, ...moved] },
    ],
  );
}

/** The demand for the menus after the merge. */
function mergedDemand({ demand }: Ground, { above, a, b, into, gone, taken }: Merge) {
  const counts = moveDemand(demand);
  const [up, to, from] = [above.id, into.id, gone.id].map((id) => counts.of(id));
  if (up === undefined || to === undefined || from === undefined) return undefined;
  up.choices[a] = (up.choices[a] ?? 0) + (up.choices[b] ?? 0);
  up.choices.splice(b, 1);
  to.choices.push(...taken.map((option) => from.choices[option] ?? 0));
  to.visits += from.visits;
  to.hearings += from.hearings;
  to.noInputs += from.noInputs;
  to.noMatches += from.noMatches;
  return counts.done();
}

/** All seats of a menu as they are, without one of them where that is named. */
const seatsOf = ({ id, menu }: MenuNumbers, without?: number): readonly Seat[] =>
  menu.options.flatMap((_, option): Seat[] => (option === without ? [] : [{ menu: id, option }]));

function makeMerge(ground: Ground, merge: Merge): Proposed | undefined {
  const { above, b, labels, into, gone, taken, joined } = merge;
  const words = joined.texts.map((text): ScriptEdit => ({ edit: 'text', ...text }));
  const spoken = applyEdits(ground.flow.script, words);
  if (spoken === undefined) return undefined;
  const moved = taken.map((option): Seat => ({ menu: gone.id, option }));
  const arranged = arrange(buildCallFlow(spoken), [
    { menu: above.id, seats: seatsOf(above, b) },
    { menu: into.id, seats: [...seatsOf(into), ...moved] },
    { menu: gone.id, seats: [], isLeft: true },
  ]);
  if (arranged === undefined) return undefined;
  const demand = mergedDemand(ground, merge);
  if (demand === undefined) return undefined;
  const { moves, byHand, edits } = arranged;
  return {
    change: {
      about: { kind: 'merge', labels, menu: above.id },
      summary: `“${joined.texts[0]?.after ?? ''}”; ${movesInWords(moves)}`,
      edits: [...words, ...edits, { edit: 'remove-node', id: gone.id }],
      moves,
      byHand: [{ path: joined.path, why: 'other-words' }, ...byHand],
    },
    demand,
  };
}

function mergeTwo(ground: Ground, above: MenuNumbers, a: number, b: number): Proposal | undefined {
  const merge = mergeOf(ground, above, a, b);
  return (
    merge && {
      saving: savingOf(merge),
      settles: [above.id, merge.into.id, merge.gone.id],
      make: () => makeMerge(ground, merge),
    }
  );
}

/** Categories of one menu that could be one. */
export function proposeMerging(ground: Ground): readonly Proposal[] {
  return [...ground.menus.values()].flatMap((above) =>
    above.menu.options.flatMap((_, a) =>
      above.menu.options.flatMap((__, b) => (a < b ? (mergeTwo(ground, above, a, b) ?? []) : [])),
    ),
  );
}
