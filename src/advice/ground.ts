import { edgesInto, nodeOf, type CallFlow } from '../flow/call-flow.ts';
import { canInterrupt } from '../flow/can-interrupt.ts';
import { menuAudio } from '../prompt/menu-audio.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { Demand } from './demand.ts';

/** A menu in numbers, as the identities of savings take it. Weights are choices a call of the log. */
export interface MenuNumbers {
  readonly id: NodeId;
  readonly menu: NodeOfKind<'menu'>;
  /** By option: seconds to say it, pause included. */
  readonly seconds: readonly number[];
  readonly weights: readonly number[];
  /** Seconds that choosing here takes beside the options: silence, header, press. */
  readonly constant: number;
  /** The share who hear every option first; 1 without barge-in. */
  readonly fullListenShare: number;
}

/** The option of another menu that is the only way into a menu. */
export interface OnlyWay {
  readonly menu: NodeId;
  readonly option: number;
}

/** How far changes may go. */
export interface Limits {
  /** Options of a menu, ways around such as repeating not counted. */
  readonly width: number;
  /** Menus that a caller goes through. */
  readonly depth: number;
}

/** What proposals stand on: a script, what callers want of it, and what that costs them. */
export interface Ground {
  readonly flow: CallFlow;
  readonly demand: Demand;
  readonly model: CallerTimeModel;
  readonly limits: Limits;
  /** Menus whose options have times of their own and whom nothing protects, in script order. */
  readonly menus: ReadonlyMap<NodeId, MenuNumbers>;
  /** Menus that are come to by one option of one such menu, and by nothing else. */
  readonly onlyWays: ReadonlyMap<NodeId, OnlyWay>;
}

/** With more visits than this that chose nothing, too little is known of what callers want (judgement). */
export const mostUnknownChoices = 0.4;

export const isProtected = ({ tags }: Pick<ScriptNode, 'tags'>): boolean =>
  tags?.some((tag) => tag === 'legal' || tag === 'safety') === true;

function numbersOf(
  flow: CallFlow,
  id: NodeId,
  menu: NodeOfKind<'menu'>,
  demand: Demand,
  model: CallerTimeModel,
): MenuNumbers | undefined {
  const wanted = demand.nodes.get(id);
  if (wanted === undefined || demand.calls === 0 || isProtected(menu)) return undefined;
  const chosen = wanted.choices.reduce((total, times) => total + times, 0);
  if (chosen === 0 || 1 - chosen / wanted.visits > mostUnknownChoices) return undefined;
  const keys = menu.options.flatMap(({ key }) => key ?? []);
  if (new Set(keys).size < keys.length) return undefined;
  const seconds = menu.options.map(() => 0);
  let constant = model.press + model.entry;
  for (const { language, share } of wanted.languages) {
    const audio = menuAudio(flow.script, menu, language, model);
    if (audio.separation !== 'apart') return undefined;
    constant += share * audio.header;
    audio.options.forEach((length, option) => {
      seconds[option] = (seconds[option] ?? 0) + share * length;
    });
  }
  return {
    id,
    menu,
    seconds,
    weights: menu.options.map((_, option) => (wanted.choices[option] ?? 0) / demand.calls),
    constant,
    fullListenShare: canInterrupt(flow.script, menu) ? model.fullListenShare : 1,
  };
}

/** Puts a script and its demand into numbers. Linear in both. */
export function groundOf(
  flow: CallFlow,
  demand: Demand,
  model: CallerTimeModel,
  limits: Limits,
): Ground {
  const menus = new Map<NodeId, MenuNumbers>();
  for (const { id, node } of flow.nodes) {
    const numbers = node.kind === 'menu' ? numbersOf(flow, id, node, demand, model) : undefined;
    if (numbers !== undefined) menus.set(id, numbers);
  }
  const starts = new Set<NodeId>(flow.entries.map(({ start }) => start));
  const onlyWays = new Map<NodeId, OnlyWay>();
  for (const id of menus.keys()) {
    const ways = edgesInto(flow, id).filter(({ from }) => from !== id);
    const [way] = ways;
    if (way?.option === undefined || way.does !== undefined || ways.length > 1) continue;
    if (!starts.has(id) && menus.has(way.from))
      onlyWays.set(id, { menu: way.from, option: way.option });
  }
  return { flow, demand, model, limits, menus, onlyWays };
}

/** The menus that lead to one, nearest first; without recursion, and each once. */
export function menusAbove({ onlyWays }: Ground, id: NodeId): readonly OnlyWay[] {
  const above: OnlyWay[] = [];
  const seen = new Set<NodeId>([id]);
  let way = onlyWays.get(id);
  while (way !== undefined && !seen.has(way.menu)) {
    above.push(way);
    seen.add(way.menu);
    way = onlyWays.get(way.menu);
  }
  return above;
}

/** What an option leads to. */
export const targetOf = (flow: CallFlow, to: NodeId | undefined): ScriptNode | undefined =>
  to === undefined ? undefined : nodeOf(flow, to)?.node;
