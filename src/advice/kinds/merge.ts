import { buildCallFlow } from '../../flow/build-call-flow.ts';
import { optionLabel } from '../../script/option-label.ts';
import { applyEdits } from '../apply-edits.ts';
import { arrange, type Arrangement, type Seat } from '../arrange.ts';
import { moveDemand } from '../demand-seats.ts';
import { isProtected, type Ground, type MenuNumbers } from '../ground.ts';
import { joinedOption } from '../joined-option.ts';
import { isFixed } from '../key-seats.ts';
import { movesInWords } from '../moves-in-words.ts';
import type { ScriptEdit } from '../script-edit.ts';
import { listening, type Placed } from './in-best-order.ts';
import type { Proposal } from './proposal.ts';
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

function mergeTwo(ground: Ground, above: MenuNumbers, a: number, b: number): Proposal | undefined {
  const { flow, demand, limits, model } = ground;
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
  if (gone.menu.error !== undefined || !roomIn(into.menu, limits.width, taken.length))
    return undefined;
  const path = ['nodes', above.id, 'options', a, 'say'];
  const languages = demand.nodes.get(above.id)?.languages ?? [];
  const joined = joinedOption(
    [first, second],
    path,
    flow.script.language,
    languages,
    model.textTimeFactor,
  );
  if (joined === undefined) return undefined;
  const weight = (above.weights[a] ?? 0) + (above.weights[b] ?? 0);
  const moved = taken.map((option) => ({
    seconds: gone.seconds[option] ?? 0,
    weight: gone.weights[option] ?? 0,
  }));
  const inside = listened(into);
  const saving = mergeSaving(
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
  return {
    saving,
    settles: [above.id, into.id, gone.id],
    make() {
      const words = joined.texts.map((text): ScriptEdit => ({ edit: 'text', ...text }));
      const spoken = applyEdits(flow.script, words);
      if (spoken === undefined) return undefined;
      const seats = (menu: MenuNumbers, without?: number) =>
        menu.menu.options.flatMap((_, option): Seat[] =>
          option === without ? [] : [{ menu: menu.id, option }],
        );
      const arrangements: readonly Arrangement[] = [
        { menu: above.id, seats: seats(above, b) },
        {
          menu: into.id,
          seats: [...seats(into), ...taken.map((option): Seat => ({ menu: gone.id, option }))],
        },
        { menu: gone.id, seats: [], isLeft: true },
      ];
      const arranged = arrange(buildCallFlow(spoken), arrangements);
      if (arranged === undefined) return undefined;
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
      const { moves, byHand } = arranged;
      return {
        change: {
          about: {
            kind: 'merge',
            labels: [optionLabel(first), optionLabel(second)],
            menu: above.id,
          },
          summary: `“${joined.texts[0]?.after ?? ''}”; ${movesInWords(moves)}`,
          edits: [...words, ...arranged.edits, { edit: 'remove-node', id: gone.id }],
          moves,
          byHand: [{ path, why: 'other-words' }, ...byHand],
        },
        demand: counts.done(),
      };
    },
  };
}

/** Categories of one menu that could be one. */
export function proposeMerging(ground: Ground): readonly Proposal[] {
  return [...ground.menus.values()].flatMap((above) =>
    above.menu.options.flatMap((_, a) =>
      above.menu.options.flatMap((__, b) => (a < b ? (mergeTwo(ground, above, a, b) ?? []) : [])),
    ),
  );
}
