import type { CallFlow } from '../flow/call-flow.ts';
import { canInterrupt } from '../flow/can-interrupt.ts';
import type { NodeId } from '../script/names.ts';
import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import { otherAssumptions } from './assumptions.ts';
import { applyEdits } from './apply-edits.ts';
import type { Change } from './change.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { Demand } from './demand.ts';
import { menuAudio } from '../prompt/menu-audio.ts';
import { optionSeconds } from '../optimise/menu-seconds.ts';
import { nodeSeconds } from './node-seconds.ts';
import { gainInterval, type Gain, type GainInterval } from './saving-interval.ts';
import type { Saving } from './suggestion.ts';

/** What a new order does for callers, measured under the demand it was made for. */
export interface ReorderEffect {
  readonly saving: Saving;
  readonly interval: GainInterval;
  /** By present position; times chosen, and seconds gained each time. */
  readonly gains: readonly Gain[];
}

/** A menu in a flow, and the order proposed for it. */
export interface Reordering {
  readonly flow: CallFlow;
  readonly id: NodeId;
  readonly menu: NodeOfKind<'menu'>;
  readonly change: Change;
  readonly order: readonly number[];
  readonly demand: Demand;
}

/** The same callers at a menu in another order: choices go along with their options. */
function demandInOrder(demand: Demand, id: NodeId, order: readonly number[]): Demand {
  const wanted = demand.nodes.get(id);
  if (wanted === undefined) return demand;
  const choices = order.map((position) => wanted.choices[position] ?? 0);
  return { ...demand, nodes: new Map(demand.nodes).set(id, { ...wanted, choices }) };
}

/** The same callers at a script whose menus were put in other orders. */
export function demandAfter(
  demand: Demand,
  reorderings: readonly { readonly change: Pick<Change, 'about'> }[],
): Demand {
  return reorderings.reduce(
    (wanted, { change: { about } }) =>
      about.kind === 'reorder' ? demandInOrder(wanted, about.menu, about.order) : wanted,
    demand,
  );
}

/** The nodes that a change of texts and options changes, as they are to be. */
function changedNodes({ flow }: Reordering, { edits }: Change): ReadonlyMap<NodeId, ScriptNode> {
  const nodes: Readonly<Record<string, ScriptNode>> = applyEdits(flow.script, edits)?.nodes ?? {};
  return new Map(
    flow.nodes.flatMap(({ id, node }) => {
      const after = nodes[id];
      return after === undefined || after === node ? [] : [[id, after] as const];
    }),
  );
}

/** Seconds that all calls spend less at the nodes that change. */
function secondsSaved(
  { flow, id, order, demand }: Reordering,
  changed: ReadonlyMap<NodeId, ScriptNode>,
  model: CallerTimeModel,
): number {
  const after = demandInOrder(demand, id, order);
  let saved = 0;
  for (const [name, node] of changed) {
    const [was, becomes] = [demand.nodes.get(name), after.nodes.get(name)];
    if (was === undefined || becomes === undefined) continue;
    saved += nodeSeconds(flow.script, flow.graph.node(name).node, was, model).seconds;
    saved -= nodeSeconds(flow.script, node, becomes, model).seconds;
  }
  return saved;
}

/** For each option by its present position, how much sooner it can be chosen. */
function gainsOf(
  { flow, id, menu, order, demand }: Reordering,
  after: ScriptNode | undefined,
  model: CallerTimeModel,
): readonly Gain[] {
  const wanted = demand.nodes.get(id);
  const seconds = menu.options.map(() => 0);
  const fullListenShare = canInterrupt(flow.script, menu) ? model.fullListenShare : 1;
  for (const { language, share } of wanted?.languages ?? []) {
    const reach = (node: NodeOfKind<'menu'>) => {
      const { header, options } = menuAudio(flow.script, node, language, model);
      return optionSeconds(options, fullListenShare).map((heard) => header + heard);
    };
    const was = reach(menu);
    const becomes = after?.kind === 'menu' ? reach(after) : was;
    order.forEach((position, place) => {
      seconds[position] =
        (seconds[position] ?? 0) + share * ((was[position] ?? 0) - (becomes[place] ?? 0));
    });
  }
  return seconds.map((gain, option) => ({ times: wanted?.choices[option] ?? 0, seconds: gain }));
}

/** Seconds below this are rounding: nobody waits longer or shorter. */
const noticeable = 1e-9;

/** What a new order of options saves, how sure that is, and for whom. */
export function reorderEffect(reordering: Reordering, model: CallerTimeModel): ReorderEffect {
  const { id, change, demand } = reordering;
  const changed = changedNodes(reordering, change);
  const { calls } = demand;
  const visits = demand.nodes.get(id)?.visits ?? 0;
  const entered = demand.nodes.get(id)?.calls ?? 0;
  const gains = gainsOf(reordering, changed.get(id), model);
  const choices = gains.reduce((total, { times }) => total + times, 0);
  const interval = gainInterval(gains, entered);
  const seconds = secondsSaved(reordering, changed, model) / calls;
  const scale = choices / calls;
  const share = (isMeant: (gain: Gain) => boolean) =>
    gains.filter(isMeant).reduce((total, { times }) => total + times, 0) / choices;
  const each = gains.map((gain) => gain.seconds);
  const unknown = Math.max(0, visits - choices);
  return {
    gains,
    interval,
    saving: {
      seconds,
      low: seconds - (interval.mean - interval.low) * scale,
      high: seconds + (interval.high - interval.mean) * scale,
      perVisit: (seconds * calls) / visits,
      better: share((gain) => gain.seconds > noticeable),
      worse: share((gain) => gain.seconds < -noticeable),
      unchanged: share((gain) => Math.abs(gain.seconds) <= noticeable),
      sensitivity: otherAssumptions.map(({ assumption, change: assume }) => ({
        assumption,
        seconds: secondsSaved(reordering, changed, assume(model)) / calls,
      })),
      unknownChoices: {
        share: unknown / visits,
        least: seconds + (unknown * Math.min(0, ...each)) / calls,
        most: seconds + (unknown * Math.max(0, ...each)) / calls,
      },
    },
  };
}
