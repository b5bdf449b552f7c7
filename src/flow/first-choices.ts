import { leadSeconds } from '../prompt/lead-seconds.ts';
import { leastSeconds } from '../prompt/least-seconds.ts';
import type { NodeId } from '../script/names.ts';
import type { Language } from '../script/values.ts';
import type { Trigger } from '../script/vocabulary.ts';
import { type CallFlow, edgesFrom, type FlowNode, nodeAt } from './call-flow.ts';
import { heardMenu } from './heard-menu.ts';
import { leastCosts, type LeastCost } from './least-costs.ts';

/** A menu that callers come to before anything else is asked, and what they hear until then. */
export interface FirstChoice {
  readonly menu: NodeId;
  /** At least so many seconds are heard before the first option begins. */
  readonly seconds: number;
  /** The same without what law or safety demands. */
  readonly owned: number;
  /** The announcements and look-ups that are heard on the shortest way, in their order. */
  readonly heard: readonly NodeId[];
}

/** What law and safety demand is not the designer's to shorten. */
export function isDemanded({ node }: FlowNode): boolean {
  const demanded = ['legal', 'safety', 'recording-notice'];
  return node.tags?.some((tag) => demanded.includes(tag)) === true;
}

/** Farther back than this, what was heard isn't listed. */
const mostNodesBack = 50;

/** Many numbers may start at many places; beyond this, the nearest start counts for all. */
const mostStarts = 20;

/** What was heard on the shortest way to a node. */
interface Heard {
  readonly seconds: number;
  readonly owned: number;
  /** A prompt on the way has offered a key: the choice has begun. */
  readonly offered: boolean;
  /** A prompt on the way may have, but it can't be read. */
  readonly unclear: boolean;
}

const nothing: Heard = { seconds: 0, owned: 0, offered: false, unclear: false };

/** What callers come along by themselves. */
const onTheWay = new Set<Trigger>(['next', 'case', 'success']);

const heardOnTheWay = (node: FlowNode['node']) =>
  node.kind === 'announcement' || node.kind === 'task' ? node.say : undefined;

function hearAt(here: FlowNode, before: Heard, language: Language, fallback: Language): Heard {
  const say = heardOnTheWay(here.node);
  if (say === undefined || before.offered) return before;
  const lead = leadSeconds(say, language, fallback);
  const whole = leastSeconds(say, language, fallback);
  const part = lead.offers === 'yes' ? lead.seconds : whole;
  return {
    seconds: before.seconds + part,
    owned: before.owned + (isDemanded(here) ? 0 : part),
    offered: lead.offers === 'yes',
    unclear: before.unclear || lead.offers === 'unknown',
  };
}

/** The prompts nearest before a menu; more would only fill the page. */
function heardBefore(
  flow: CallFlow,
  costs: ReadonlyMap<NodeId, LeastCost>,
  menu: NodeId,
): readonly NodeId[] {
  const heard: NodeId[] = [];
  let id = costs.get(menu)?.from;
  for (let steps = 0; id !== undefined && steps < mostNodesBack; steps += 1) {
    if (heardOnTheWay(nodeAt(flow, id).node) !== undefined) heard.push(id);
    id = costs.get(id)?.from;
  }
  return heard.reverse();
}

function fromStarts(
  flow: CallFlow,
  starts: readonly NodeId[],
  language: Language,
): readonly FirstChoice[] {
  const fallback = flow.script.language;
  const costs = leastCosts(
    starts.map((to) => ({ to, cost: 0 })),
    (id, take) => {
      const { kind, node } = nodeAt(flow, id);
      if (kind !== 'announcement' && kind !== 'branch' && kind !== 'task') return;
      const seconds = leastSeconds(heardOnTheWay(node), language, fallback);
      for (const { to, trigger } of edgesFrom(flow, id))
        if (onTheWay.has(trigger)) take(to, seconds);
    },
  );
  const behind = new Map<NodeId, Heard>();
  const choices: FirstChoice[] = [];
  // Nearest first, so what was heard at the node before is known.
  for (const [id, { from }] of costs) {
    const before = (from === undefined ? undefined : behind.get(from)) ?? nothing;
    behind.set(id, hearAt(nodeAt(flow, id), before, language, fallback));
    if (nodeAt(flow, id).kind !== 'menu') continue;
    const { header, saysOptions } = heardMenu(flow, id, language);
    // A menu that says its options itself needs no announcement to say them.
    if (before.unclear && !saysOptions) continue;
    const own = before.offered ? 0 : header;
    const heard = heardBefore(flow, costs, id);
    choices.push({ menu: id, seconds: before.seconds + own, owned: before.owned + own, heard });
  }
  return choices;
}

/**
 * The menus that callers come to first, and how long they listen before they hear a first option: on
 * the shortest way from each entry, in the language of the entry. What isn't known counts nothing.
 * Nothing is told of a menu whose options may have been said in a prompt that can't be read.
 */
export function firstChoices(flow: CallFlow): readonly FirstChoice[] {
  const { language: main, entries: written } = flow.script;
  const starts = new Map<string, { readonly start: NodeId; readonly language: Language }>();
  for (const { start, path } of flow.entries) {
    const language = written[Number(path[1])]?.language ?? main;
    starts.set(`${language} ${start}`, { start, language });
  }
  const all = [...starts.values()];
  const choices =
    all.length <= mostStarts
      ? all.flatMap(({ start, language }) => fromStarts(flow, [start], language))
      : fromStarts(flow, [...new Set(all.map(({ start }) => start))], main);
  const longest = new Map<NodeId, FirstChoice>();
  for (const choice of choices) {
    const other = longest.get(choice.menu);
    if (other === undefined || choice.seconds > other.seconds) longest.set(choice.menu, choice);
  }
  return flow.nodes.flatMap(({ id }) => longest.get(id) ?? []);
}
