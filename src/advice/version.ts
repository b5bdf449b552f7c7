import type { CallFlow } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import { optionLabel } from '../script/option-label.ts';
import { callerTime } from './caller-time.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { OptionMove } from './change.ts';
import type { Demand } from './demand.ts';
import type { Errands } from './errands/errand.ts';
import { demandOfWalk } from './demand-of-walk.ts';
import { reasonOfErrand } from './errands/reason-of-errand.ts';
import { walkOver, type Walk } from './errands/walk-over.ts';
import { nodeTimes } from './node-times.ts';

/** Callers who want the same, and how long they take to it. */
export interface Group {
  readonly calls: number;
  /** Nothing where it can't be reached. */
  readonly seconds: number | undefined;
  /** What they want, for people. */
  readonly label: string;
  /** Whether that is known. */
  readonly isKnown: boolean;
}

/** A script as the callers of a log would find it. */
export interface Version {
  readonly flow: CallFlow;
  readonly demand: Demand;
  readonly secondsPerCall: number;
  readonly unknownShare: number;
  /** By name, which an option keeps as long as it is in its menu with its key. */
  readonly groups: ReadonlyMap<string, Group>;
  /** Errands of the whole log, by number, that can't be gone about here; none where only counts are known. */
  readonly unreached: ReadonlySet<number>;
}

/** Puts a script before the callers of a log. */
export type Show = (flow: CallFlow, demand: Demand) => Version;

/** Names of options to which calls came by one option only, down to where the next one is asked. */
function waysInto(
  flow: CallFlow,
): ReadonlyMap<NodeId, { readonly menu: NodeId; readonly option: number }> {
  const ways = new Map<NodeId, { readonly menu: NodeId; readonly option: number }>();
  for (const [id, edges] of flow.arriving) {
    const [way] = edges;
    if (edges.length === 1 && way?.option !== undefined)
      ways.set(id as NodeId, { menu: way.from, option: way.option });
  }
  return ways;
}

const keyName = (menu: NodeId, key: string | undefined, option: number): string =>
  `${menu} ${key ?? `option ${option}`}`;

/** Callers by the option that they chose last, where a log gives counts of choices and no calls. */
function choiceGroups(
  flow: CallFlow,
  demand: Demand,
  model: CallerTimeModel,
): ReadonlyMap<string, Group> {
  const ways = waysInto(flow);
  const seconds = new Map<NodeId, readonly number[]>();
  for (const { id, node } of flow.nodes) {
    const wanted = demand.nodes.get(id);
    if (node.kind !== 'menu' || wanted === undefined) continue;
    const own = node.options.map(() => 0);
    for (const { language, share } of wanted.languages) {
      nodeTimes(flow.script, node, language, model).choices.forEach((took, option) => {
        own[option] = (own[option] ?? 0) + share * took;
      });
    }
    seconds.set(id, own);
  }
  const groups = new Map<string, Group>();
  for (const { id, node } of flow.nodes) {
    const own = seconds.get(id);
    if (node.kind !== 'menu' || own === undefined) continue;
    let above = 0;
    const seen = new Set<NodeId>();
    for (
      let way = ways.get(id);
      way !== undefined && !seen.has(way.menu);
      way = ways.get(way.menu)
    ) {
      above += seconds.get(way.menu)?.[way.option] ?? 0;
      seen.add(way.menu);
    }
    node.options.forEach((option, index) => {
      const { to } = option;
      const isLast = to === undefined || !ways.has(to) || !seconds.has(to);
      const calls = demand.nodes.get(id)?.choices[index] ?? 0;
      if (!isLast || calls === 0) return;
      const took = above + (own[index] ?? 0);
      groups.set(keyName(id, option.key, index), {
        ...{ calls, seconds: took, label: optionLabel(option), isKnown: true },
      });
    });
  }
  return groups;
}

/** Shows scripts to callers of whom only the choices at each menu are known. */
export const showToChoices =
  (model: CallerTimeModel): Show =>
  (flow, demand) => {
    const { secondsPerCall, unknownShare } = callerTime(flow.script, demand, model);
    const groups = choiceGroups(flow, demand, model);
    const unreached = new Set<number>();
    return { flow, demand, secondsPerCall: secondsPerCall ?? 0, unknownShare, groups, unreached };
  };

/**
 * Shows scripts to callers whose calls are known one by one: their errands are walked, and the demand is
 * what they do then.
 */
export const showToErrands =
  (errands: Errands, model: CallerTimeModel, walk: Walk = walkOver(errands)): Show =>
  (flow) => {
    const walked = walk(flow, model);
    const groups = errands.errands.flatMap((errand, index): (readonly [string, Group])[] => {
      const { calls } = errand;
      if (calls === 0) return [];
      const one = walked.errands[index];
      const label = reasonOfErrand(errand);
      const seconds = one?.isReached === true ? one.seconds : undefined;
      return [
        [String(index), { calls, seconds, label: label ?? '', isKnown: label !== undefined }],
      ];
    });
    const { secondsPerCall, unknownShare } = walked;
    return {
      ...{ flow, demand: demandOfWalk(errands, walked), unknownShare },
      ...{ secondsPerCall: secondsPerCall ?? 0, groups: new Map(groups) },
      // Those of other calls, too: half of the calls choose, but nobody is to be lost.
      unreached: new Set(
        walked.errands.flatMap(({ isReached }, errand) => (isReached ? [] : [errand])),
      ),
    };
  };

/** The name that a group has after options have moved. */
export function nameAfter(moves: readonly OptionMove[]): (name: string) => string {
  const names = new Map(
    moves.map(({ from, to }) => [keyName(from.menu, from.key, 0), keyName(to.menu, to.key, 0)]),
  );
  return (name) => names.get(name) ?? name;
}
