import { nodeOfKind, type CallFlow } from '../../flow/call-flow.ts';
import { bestBySubsets } from '../../optimise/best-by-subsets.ts';
import { lowerBound } from '../../optimise/lower-bound.ts';
import type { MenuProblem } from '../../optimise/menu-problem.ts';
import type { Language } from '../../script/values.ts';
import type { CallerTimeModel } from '../caller-time-model.ts';
import { counterpartsOf } from '../errands/counterparts.ts';
import type { Errand, Errands } from '../errands/errand.ts';
import { startIn } from '../errands/start-in.ts';
import type { Walked } from '../errands/walk-errands.ts';
import { joinedByName, type Joined } from './alike-options.ts';
import { menuFloors, type MenuFloors } from './menu-floors.ts';
import { segmentsOf, type Choice, type Segment } from './segments-of.ts';

/** What no arrangement of a script's menus can be below, for the callers of a log. */
export interface ScriptBound {
  /** Mean seconds of listening and pressing a call. */
  readonly secondsPerCall: number;
  /** Calls that it is over. */
  readonly calls: number;
  /** Of these seconds, those outside of choosing: announcements, entries, messages. */
  readonly keptSeconds: number;
  /** Different menus trees that it was reckoned for: by first menu, language and what callers met. */
  readonly trees: number;
}

/** Up to so many leaves the best tree is quick to find exactly, and closer than the bound. */
const mostExact = 9;

/** A tree of menus that some calls go through, and what they chose there. */
interface Tree {
  readonly floors: MenuFloors;
  readonly chosen: { readonly name: string; readonly weight: number; readonly seconds: number }[];
}

const secondsOf = ({ menus }: MenuFloors, { menu, option }: Choice): number =>
  menus.get(menu)?.options[option] ?? 0;

/**
 * Names by which an option is told from others: itself, and where nothing names it what it leads to, as
 * callers may then take any other that leads there.
 */
function namesOf(flow: CallFlow, { menu, option }: Choice): readonly string[] {
  const own = `option ${menu} ${option}`;
  const node = nodeOfKind(flow, menu, 'menu')?.options[option];
  const isNamed =
    node?.reason !== undefined || node?.title !== undefined || node?.say !== undefined;
  return isNamed || node?.to === undefined ? [own] : [own, `to ${node.to}`];
}

/** The problem in which every tree of menus is: no header, no category longer than it must be. */
function problemOf({ floors, chosen }: Tree, options: Joined, model: CallerTimeModel): MenuProblem {
  const { shortestOption, fullListenShare, pause } = floors;
  const leaves = new Map<string, { weight: number; seconds: number }>();
  for (const { name, weight, seconds } of chosen) {
    const own = options.nameOf(name);
    const leaf = leaves.get(own) ?? { weight: 0, seconds };
    leaves.set(own, leaf);
    leaf.weight += weight;
    leaf.seconds = Math.min(leaf.seconds, seconds);
  }
  return {
    leaves: [...leaves.values()],
    constants: {
      ...{ header: 0, press: model.press, entry: model.entry, fullListenShare, pause },
      optionsWithoutPause: model.optionsWithoutPause,
    },
    categorySeconds: shortestOption,
    leastCategorySeconds: shortestOption,
    mostCategorySeconds: shortestOption,
    width: Infinity,
    depth: Infinity,
    allowed: 'any',
  };
}

/** Mean seconds of those who choose in a tree, at least. */
function leastOf(tree: Tree, options: Joined, model: CallerTimeModel): number {
  const problem = problemOf(tree, options, model);
  const isSmall = problem.leaves.length <= mostExact;
  return isSmall
    ? (bestBySubsets({ ...problem, width: problem.leaves.length })?.seconds ?? 0)
    : lowerBound(problem).seconds;
}

/** A choice of language: it stays, and so do the choices of language before it. */
function languageSeconds(
  { menus }: MenuFloors,
  flow: CallFlow,
  { menu, option }: Choice,
  model: CallerTimeModel,
): number {
  const node = nodeOfKind(flow, menu, 'menu');
  const { header = 0, options = [] } = menus.get(menu) ?? {};
  const isLanguage = (index: number) =>
    node?.options[index]?.language !== undefined || index === option;
  const heard = options.slice(0, option + 1).filter((_, index) => isLanguage(index));
  return model.entry + header + heard.reduce((sum, seconds) => sum + seconds, 0) + model.press;
}

/** What silence and unknown keys in menus take at least, in whatever language of the call they were. */
function slipSeconds({ slips }: Errand, floors: readonly MenuFloors[], was: CallFlow): number {
  const noInput = Math.min(...floors.map((one) => one.noInput));
  const noMatch = Math.min(...floors.map((one) => one.noMatch));
  return slips
    .filter(({ node }) => nodeOfKind(was, node, 'menu') !== undefined)
    .reduce((sum, slip) => sum + slip.noInputs * noInput + slip.noMatches * noMatch, 0);
}

/**
 * A lower bound on the mean seconds of the script that was walked, and of every script that offers the
 * same options in other menus, orders and groupings, with the words they have: moved, copied, regrouped,
 * flattened. Announcements before the first menu and behind the last choice stay as they are; what lies
 * between menus isn't counted, as an option may be lifted past it; of detours, silence and mistakes only
 * what can't be avoided is. Changes of words, waits and questions change the bound, too: it is reckoned
 * anew for the script that they give.
 *
 * Calls are parted by their first menu, language and what they met between menus, so that those of a part
 * go through one tree of menus: their means are bounded each by itself. Nothing where there are no calls.
 */
export function scriptBound(errands: Errands, walked: Walked): ScriptBound | undefined {
  const { flow, model, calls } = walked;
  if (calls === 0) return undefined;
  const counterparts = counterpartsOf(errands.flow, flow);
  const known = new Map<Language, MenuFloors>();
  const floorsIn = (language: Language): MenuFloors => {
    const floors = known.get(language) ?? menuFloors(flow, language, model);
    known.set(language, floors);
    return floors;
  };
  const trees = new Map<string, Tree>();
  const options = joinedByName();
  let [kept, chosen] = [0, 0];
  const take = (segment: Segment, times: number): void => {
    kept += times * segment.kept;
    for (const choice of segment.languages)
      chosen += times * languageSeconds(floorsIn(choice.language), flow, choice, model);
    const { choices, tree: name } = segment;
    const [choice] = choices;
    if (choice === undefined) return;
    const floors = floorsIn(choice.language);
    const seconds = Math.min(...choices.map((one) => secondsOf(floors, one)));
    if (name === undefined) {
      chosen += times * (model.entry + seconds + model.press);
      return;
    }
    const tree: Tree = trees.get(name) ?? { floors, chosen: [] };
    trees.set(name, tree);
    const names = choices.flatMap((one) => namesOf(flow, one));
    options.join(names);
    tree.chosen.push({ name: names[0] ?? '', weight: times, seconds });
  };
  errands.errands.forEach((errand, position) => {
    const one = walked.errands[position];
    if (one === undefined || !one.isReached || errand.start === undefined) return;
    const begins = startIn(errands.flow, flow, counterparts, errand);
    if (begins === undefined) return;
    const segments = segmentsOf(flow, counterparts, errand, one, begins.language);
    for (const segment of segments) take(segment, errand.calls);
    // Who chooses anything meets a menu, and is silent there or mistaken.
    const met = segments.flatMap(({ choices, languages }) => [...languages, ...choices])[0];
    if (met === undefined) return;
    const spoken = one.legs.flatMap(({ lanes }) => lanes.map(({ to }) => to.language));
    const floors = [...new Set([begins.language, ...spoken])].map(floorsIn);
    kept += errand.calls * slipSeconds(errand, floors, errands.flow);
  });
  for (const tree of trees.values()) {
    const weight = tree.chosen.reduce((sum, leaf) => sum + leaf.weight, 0);
    if (weight > 0) chosen += weight * leastOf(tree, options, model);
  }
  const secondsPerCall = (kept + chosen) / calls;
  return { secondsPerCall, calls, keptSeconds: kept / calls, trees: trees.size };
}
