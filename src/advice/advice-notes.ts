import type { CallFlow, FlowNode } from '../flow/call-flow.ts';
import { canInterrupt } from '../flow/can-interrupt.ts';
import type { NodeOfKind } from '../script/script.ts';
import type { CallerTimeModel } from './caller-time-model.ts';
import type { Demand, NodeDemand } from './demand.ts';
import { menuAudio, type Separation } from '../prompt/menu-audio.ts';
import { pinReason } from '../script/pinned-option.ts';
import { reorderChange } from './reorder-change.ts';
import { mostUnknownChoices } from './ground.ts';
import { smithOrder } from '../optimise/smith-order.ts';
import type { AdviceNote } from './suggestion.ts';

const unsplit: Readonly<Record<Exclude<Separation, 'apart'>, string>> = {
  silent: 'the menu itself names no options, so their lengths are unknown',
  unknown:
    'the lengths of its options are unknown; give their texts or the lengths of the recordings',
  'one-recording': 'its options are one recording; give each option its own prompt and length',
  'one-text':
    'its options are in one text that cannot be split reliably (one sentence for several keys, or another order than in the list); give each option its own "say"',
};

const separationReasons = {
  silent: 'not-said-here',
  unknown: 'unknown-length',
  'one-recording': 'one-recording',
  'one-text': 'one-text',
} as const satisfies Record<Exclude<Separation, 'apart'>, AdviceNote['reason']>;

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** Seconds of each option over the languages in use, or why they can't be told. */
function optionTimes(
  flow: CallFlow,
  menu: NodeOfKind<'menu'>,
  { languages }: NodeDemand,
  model: CallerTimeModel,
): readonly number[] | Exclude<Separation, 'apart'> {
  const seconds = menu.options.map(() => 0);
  for (const { language, share } of languages) {
    const audio = menuAudio(flow.script, menu, language, model);
    if (audio.separation !== 'apart') return audio.separation;
    audio.options.forEach((length, index) => {
      seconds[index] = (seconds[index] ?? 0) + share * length;
    });
  }
  return seconds;
}

function note(id: FlowNode['id'], reason: AdviceNote['reason'], because: string): AdviceNote {
  return { reason, node: id, message: `No order is suggested for "${id}": ${because}.` };
}

/** Why this menu must be left alone before its times are even looked at. */
function obstacle(
  flow: CallFlow,
  { id }: FlowNode,
  menu: NodeOfKind<'menu'>,
): AdviceNote | undefined {
  if (!canInterrupt(flow.script, menu)) {
    const why =
      'callers cannot interrupt it (bargeIn is off), so they hear every option whatever the order, and reordering saves nothing';
    return note(id, 'no-barge-in', why);
  }
  if (menu.tags?.some((tag) => tag === 'legal' || tag === 'safety') === true) {
    return note(id, 'protected-menu', 'it is tagged legal or safety');
  }
  const keys = menu.options.flatMap(({ key }) => key ?? []);
  return new Set(keys).size < keys.length
    ? note(id, 'same-key-twice', 'two of its options have the same key')
    : undefined;
}

/** Why no order is claimed for a menu that could have a better one. */
function noteOn(
  flow: CallFlow,
  node: FlowNode,
  demand: Demand,
  model: CallerTimeModel,
): AdviceNote | undefined {
  const wanted = demand.nodes.get(node.id);
  if (node.node.kind !== 'menu' || wanted === undefined) return undefined;
  const menu = node.node;
  const choices = sum(wanted.choices);
  const free = menu.options.filter((option) => pinReason(option, true) === undefined);
  if (choices === 0 || free.length < 2) return undefined;
  const blocked = obstacle(flow, node, menu);
  if (blocked !== undefined) return blocked;
  const times = optionTimes(flow, menu, wanted, model);
  if (typeof times === 'string') return note(node.id, separationReasons[times], unsplit[times]);
  const items = menu.options.map((option, index) => ({
    seconds: times[index] ?? 0,
    weight: wanted.choices[index] ?? 0,
    pinned: pinReason(option, (times[index] ?? 0) > 0) !== undefined,
  }));
  const { order } = smithOrder(items);
  if (order.every((position, place) => position === place)) return undefined;
  const unknown = 1 - choices / wanted.visits;
  if (unknown > mostUnknownChoices) {
    const share = `${Math.round(unknown * 100)} % of its visits end without a choice`;
    return note(node.id, 'unknown-choices', `${share}, so it is unknown what callers want there`);
  }
  return reorderChange(flow, node.id, menu, order) === undefined
    ? note(node.id, 'one-text', unsplit['one-text'])
    : undefined;
}

/** Why nothing is claimed for menus for which something could be expected, in script order. */
export function adviceNotes(
  flow: CallFlow,
  demand: Demand,
  model: CallerTimeModel,
): readonly AdviceNote[] {
  return flow.nodes.flatMap((node) => noteOn(flow, node, demand, model) ?? []);
}
