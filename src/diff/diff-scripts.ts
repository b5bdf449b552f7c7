import { buildCallFlow } from '../flow/build-call-flow.ts';
import { nodeAt } from '../flow/call-flow.ts';
import { callOrder } from '../flow/call-order.ts';
import type { CallFlow } from '../flow/call-flow.ts';
import { reachable } from '../flow/reach.ts';
import { isImported } from '../script/is-imported.ts';
import type { NodeId } from '../script/names.ts';
import type { Script } from '../script/script.ts';
import { compareEntries } from './compare-entries.ts';
import { compareNodes } from './compare-nodes.ts';
import { compareParts, type Comparison } from './comparison.ts';
import type { Difference, Owner, ScriptDiff, Sides } from './difference.ts';
import { matchNodes } from './match-nodes.ts';
import { withMeanings } from './with-meanings.ts';

/** What `diffScripts` can't know from the scripts alone. */
export interface DiffOptions {
  /** True where a title is just the name of its file, as in VoiceXML: then it is no difference. */
  readonly isTitledByFile?: boolean;
}

const isFromVendor = ({ nodes }: Script): boolean => Object.values(nodes).some(isImported);

/**
 * What the heads of the scripts say differently. A vendor's file has no id of its own: its script is
 * called like the flow, or like the file.
 */
function compareHeads(comparison: Comparison, options: DiffOptions): readonly Difference[] {
  const { before, after } = comparison.flows;
  const isVendors = isFromVendor(before.script) || isFromVendor(after.script);
  const { isTitledByFile = false } = options;
  const headOf = ({ script: { id, title, ...head } }: CallFlow) => ({
    ...head,
    ...(isVendors ? {} : { id }),
    ...(isTitledByFile ? {} : { title }),
  });
  const owner = { of: 'script' } as const;
  const paths = { before: [], after: [] };
  const values = { before: headOf(before), after: headOf(after) };
  return compareParts(comparison, { owner, paths, values });
}

/** A node of either script in the order of both: what is gone stands where it stood. */
type Spot = Sides<NodeId | undefined>;

function spotsOf({ flows, matching }: Comparison): readonly Spot[] {
  const orderOf = (flow: CallFlow) => {
    const { reached, unreached } = callOrder(flow);
    return [...reached, ...unreached];
  };
  const gone = new Map<NodeId | undefined, NodeId[]>();
  let last: NodeId | undefined;
  for (const id of orderOf(flows.before)) {
    const kept = matching.afterOf.get(id);
    if (kept !== undefined) last = kept;
    else gone.set(last, [...(gone.get(last) ?? []), id]);
  }
  const goneBehind = (id: NodeId | undefined): readonly Spot[] =>
    (gone.get(id) ?? []).map((before) => ({ before, after: undefined }));
  return [
    ...goneBehind(undefined),
    ...orderOf(flows.after).flatMap((after) => [
      { before: matching.beforeOf.get(after), after },
      ...goneBehind(after),
    ]),
  ];
}

function compareSpot(comparison: Comparison, { before, after }: Spot): readonly Difference[] {
  const { flows } = comparison;
  const owner: Owner = { of: 'node', id: { before, after } };
  const old = before === undefined ? undefined : nodeAt(flows.before, before);
  const own = after === undefined ? undefined : nodeAt(flows.after, after);
  const common = { owner, meanings: [], values: { before: undefined, after: undefined } };
  if (old !== undefined && own !== undefined)
    return compareNodes(comparison, { before: old, after: own });
  if (own !== undefined) {
    const paths = { before: undefined, after: own.path };
    return [{ ...common, kind: 'node-added', paths, node: own.node }];
  }
  if (old === undefined) return [];
  const paths = { before: old.path, after: undefined };
  return [{ ...common, kind: 'node-removed', paths, node: old.node }];
}

/** What two flows do differently, with which node became which. */
export interface FlowDiff extends ScriptDiff, Comparison {}

/**
 * What two scripts of any format say and do differently: nodes, options, keys, targets, prompts by
 * language, timers, queues, branches, attributes, entries. The order of nodes and fields, positions
 * and the ids that vendors make anew are no difference; a node that was given another name is one. The
 * same scripts give the same differences, and swapped scripts the same with both sides swapped.
 */
export function diffScripts(before: Script, after: Script, options: DiffOptions = {}): FlowDiff {
  const flows = { before: buildCallFlow(before), after: buildCallFlow(after) };
  const comparison = { flows, matching: matchNodes(flows.before, flows.after) };
  const differences = [
    ...compareHeads(comparison, options),
    ...compareEntries(comparison),
    ...spotsOf(comparison).flatMap((spot) => compareSpot(comparison, spot)),
  ];
  const reached = { before: reachable(flows.before), after: reachable(flows.after) };
  const isReached = (side: 'before' | 'after', id: NodeId) => reached[side].has(id);
  const { pairs } = comparison.matching;
  const changed = pairs.filter(
    (pair) => isReached('before', pair.before) !== isReached('after', pair.after),
  );
  return {
    ...comparison,
    differences: withMeanings(comparison, differences),
    lost: changed.filter((pair) => isReached('before', pair.before)).map((pair) => pair.after),
    found: changed.filter((pair) => isReached('after', pair.after)).map((pair) => pair.after),
  };
}
