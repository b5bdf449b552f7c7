import { canInterrupt } from '../../flow/can-interrupt.ts';
import { nodeOfKind, type CallFlow } from '../../flow/call-flow.ts';
import { anneal } from '../../optimise/anneal.ts';
import { bestBySubsets } from '../../optimise/best-by-subsets.ts';
import type { MenuProblem } from '../../optimise/menu-problem.ts';
import { leavesOf, menusOf } from '../../optimise/menu-tree.ts';
import { treeSeconds } from '../../optimise/tree-seconds.ts';
import { menuAudio, type MenuAudio } from '../../prompt/menu-audio.ts';
import type { NodeId } from '../../script/names.ts';
import type { Language } from '../../script/values.ts';
import { counterpartsOf } from '../errands/counterparts.ts';
import type { Errands } from '../errands/errand.ts';
import { startIn } from '../errands/start-in.ts';
import type { Walked } from '../errands/walk-errands.ts';
import { isFixed } from '../key-seats.ts';
import { menuTreeOf, type LeafOption } from './menu-tree-of.ts';
import { segmentsOf } from './segments-of.ts';

/** Up to so many options all trees are weighed; that takes a tenth of a second. */
const mostExact = 10;
/** Larger menus than this are left to single suggestions. */
const mostLeaves = 120;

/** The most callers who go through one tree of menus, by what they choose. */
interface Crowd {
  readonly first: NodeId;
  readonly language: Language;
  readonly calls: number;
  readonly chosen: ReadonlyMap<string, number>;
}

interface OpenCrowd extends Crowd {
  calls: number;
  readonly chosen: Map<string, number>;
}

const nameOf = ({ menu, option }: LeafOption): string => `${menu} ${option}`;

/** The tree that most choices are made in, and what is chosen there. */
function largestCrowd(errands: Errands, { flow, errands: walked }: Walked): Crowd | undefined {
  const counterparts = counterpartsOf(errands.flow, flow);
  const crowds = new Map<string, OpenCrowd>();
  errands.errands.forEach((errand, position) => {
    const one = walked[position];
    const begins = startIn(errands.flow, flow, counterparts, errand);
    if (one?.isReached !== true || begins === undefined) return;
    for (const segment of segmentsOf(flow, counterparts, errand, one, begins.language)) {
      const { tree, firstMenu: first, chosen } = segment;
      if (tree === undefined || first === undefined || chosen === undefined) continue;
      const { language } = chosen;
      const crowd: OpenCrowd = crowds.get(tree) ?? { first, language, calls: 0, chosen: new Map() };
      crowds.set(tree, crowd);
      crowd.calls += errand.calls;
      const name = nameOf(chosen);
      crowd.chosen.set(name, (crowd.chosen.get(name) ?? 0) + errand.calls);
    }
  });
  return [...crowds.values()].reduce<Crowd | undefined>(
    (largest, crowd) => (crowd.calls > (largest?.calls ?? 0) ? crowd : largest),
    undefined,
  );
}

/**
 * Seconds a call that a search over arrangements saves for the largest group of callers, those who go
 * through one tree of menus in one language: options lifted, regrouped under the categories that there
 * are, and put in order, pinned ones kept in their places. It is found by the same searches as designed
 * menus, from today's arrangement, and reckoned in the same figures before and after; nothing else of a
 * call changes. 0 where nothing better was found.
 */
export function arrangementSaving(
  errands: Errands,
  walked: Walked,
  limits: { readonly width: number; readonly depth: number },
): number {
  const { flow, model, calls } = walked;
  const crowd = largestCrowd(errands, walked);
  if (crowd === undefined || calls === 0) return 0;
  const { first, language, chosen } = crowd;
  const audios = new Map<NodeId, MenuAudio | undefined>();
  const audioOf = (id: NodeId): MenuAudio | undefined => {
    if (audios.has(id)) return audios.get(id);
    const menu = nodeOfKind(flow, id, 'menu');
    const audio = menu && menuAudio(flow.script, menu, language, model);
    audios.set(id, audio);
    return audio;
  };
  const optionAt = ({ menu, option }: LeafOption) =>
    nodeOfKind(flow, menu, 'menu')?.options[option];
  const secondsOf = ({ menu, option }: LeafOption): number => {
    const { options, pauses } = audioOf(menu) ?? { options: [], pauses: [] };
    return (options[option] ?? 0) - (pauses[option] ?? 0);
  };
  const script = menuTreeOf(flow, first, (own, isInFirst) => {
    const option = optionAt(own);
    return !isInFirst && option !== undefined && isFixed(option);
  });
  const { tree, leaves, categories } = script;
  const isKnown = menusOf(tree).every(({ items }) => {
    const by = categories.get(items);
    return audioOf(by?.menu ?? first)?.separation === 'apart';
  });
  if (leaves.length < 2 || leaves.length > mostLeaves || !isKnown) return 0;

  const problem = problemIn(
    { flow, first, tree, leaves, categories },
    chosen,
    secondsOf,
    walked,
    limits,
  );
  const solved =
    leaves.length <= mostExact ? bestBySubsets(problem) : anneal(problem, { starts: [tree] });
  if (solved === undefined) return 0;
  const saved = treeSeconds(problem, tree) - solved.seconds;
  const weight = problem.leaves.reduce((sum, leaf) => sum + leaf.weight, 0);
  return Math.max(0, (saved * weight) / calls);
}

interface Arranged extends ReturnType<typeof menuTreeOf> {
  readonly flow: CallFlow;
  readonly first: NodeId;
}

function problemIn(
  { flow, first, tree, leaves, categories }: Arranged,
  chosen: ReadonlyMap<string, number>,
  secondsOf: (option: LeafOption) => number,
  { model }: Walked,
  limits: { readonly width: number; readonly depth: number },
): MenuProblem {
  const menu = nodeOfKind(flow, first, 'menu');
  const own = menu?.options ?? [];
  const lastFree = own.findLastIndex((option) => !isFixed(option));
  // What is pinned behind all others stays there, however many come before it.
  const placeOf = ({ menu: id, option }: LeafOption): number | undefined => {
    const one = own[option];
    if (id !== first || one === undefined || !isFixed(one)) return undefined;
    return option > lastFree ? 1000 + option : option + 1;
  };
  const top = tree.map((item) => (typeof item === 'number' ? [] : leavesOf(item)));
  const groupOf = (leaf: number): number | undefined => {
    const index = top.findIndex((inside) => inside.includes(leaf));
    return index < 0 ? undefined : index;
  };
  const labels = [...categories.values()].map(secondsOf);
  const usual = labels.length === 0 ? 3 : labels.reduce((a, b) => a + b, 0) / labels.length;
  const menus = menusOf(tree);
  const pauses = model.pause;
  return {
    leaves: leaves.map((leaf, index) => ({
      weight: chosen.get(nameOf(leaf)) ?? 0,
      seconds: secondsOf(leaf),
      group: groupOf(index),
      place: placeOf(leaf),
    })),
    constants: {
      ...{ header: 0, press: model.press, entry: model.entry, pause: pauses },
      fullListenShare:
        menu !== undefined && canInterrupt(flow.script, menu) ? model.fullListenShare : 1,
      optionsWithoutPause: model.optionsWithoutPause,
    },
    categorySeconds: usual,
    leastCategorySeconds: usual,
    mostCategorySeconds: usual,
    width: Math.max(limits.width, ...menus.map(({ items }) => items.length)),
    depth: Math.max(limits.depth, ...menus.map(({ depth }) => depth)),
    allowed: 'groups',
  };
}
