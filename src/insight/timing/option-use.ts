import type { CallFlow } from '../../flow/call-flow.ts';
import type { Replay } from '../../replay/replay.ts';
import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import { exactUpperBound } from '../exact-bounds.ts';
import type { Hearings } from './hearings.ts';

/** Fewer calls at a menu than this say nothing of options that few choose (judgement). */
export const fewestOffers = 1000;
/** An option that fewer than this share of callers can want is as good as dead (judgement). */
export const deadBelow = 0.005;

/**
 * `dead`: surely chosen by less than 0.5 %. `protected`: that, too, but law, safety or a role keeps it.
 * `too few calls`: it may be, but fewer than 1,000 calls came. `alive`: all others.
 */
export type OptionVerdict = 'dead' | 'protected' | 'too few calls' | 'alive';

/** An option by how often it was offered and chosen. Calls, each once. */
export interface OptionUse {
  readonly node: NodeId;
  readonly option: number;
  /** Calls that came to the menu. */
  readonly offered: number;
  /** Calls that chose it, as far as the log says which option was chosen. */
  readonly chosen: number;
  /** Choices at this menu of which the log doesn't tell the option. */
  readonly unknown: number;
  /** The share that chooses it is at most this, with 95 % certainty, had all unknown choices been it. */
  readonly atMost: number;
  readonly verdict: OptionVerdict;
}

/** Options that stay however few choose them: law, safety, roles, languages, and ways back. */
function isProtected(
  menu: NodeOfKind<'menu'>,
  { role, tags, language, do: does }: MenuOption,
): boolean {
  const kept = [...(menu.tags ?? []), ...(tags ?? [])];
  return (
    role !== undefined ||
    language !== undefined ||
    does !== undefined ||
    kept.some((tag) => tag === 'legal' || tag === 'safety')
  );
}

/** The choices whose option the log doesn't tell: without a key, or a way taken without any event. */
function unknownChoices(hearings: readonly Hearings[]): number {
  return hearings
    .filter(({ end, option }) => (end === 'chose' && option === undefined) || end === 'went')
    .reduce((sum, { times }) => sum + times, 0);
}

/** Every option of every menu that calls came to, with the most that can choose it. */
export function optionUse(
  flow: CallFlow,
  { nodes, edges }: Pick<Replay, 'nodes' | 'edges'>,
  hearings: ReadonlyMap<NodeId, readonly Hearings[]>,
): readonly OptionUse[] {
  const entered = new Map(nodes.map((node) => [node.id, node.entered]));
  const chosen = new Map<string, number>();
  for (const { edge, calls } of edges) {
    if (edge.option === undefined) continue;
    const key = `${edge.from} ${edge.option}`;
    // An option that goes back has several ways; a call that took two of them counts twice at most.
    chosen.set(key, (chosen.get(key) ?? 0) + calls);
  }
  return flow.nodes.flatMap(({ id, node }) => {
    const offered = entered.get(id) ?? 0;
    if (node.kind !== 'menu' || offered === 0) return [];
    const unknown = unknownChoices(hearings.get(id) ?? []);
    return node.options.map((option, index): OptionUse => {
      const own = Math.min(offered, chosen.get(`${id} ${index}`) ?? 0);
      const atMost = exactUpperBound(Math.min(offered, own + unknown), offered);
      const isFew = offered < fewestOffers;
      const verdict = isFew
        ? own === 0
          ? 'too few calls'
          : 'alive'
        : atMost >= deadBelow
          ? 'alive'
          : isProtected(node, option)
            ? 'protected'
            : 'dead';
      return { node: id, option: index, offered, chosen: own, unknown, atMost, verdict };
    });
  });
}
