import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { marksOf } from '../draft.ts';
import type { Choice, Keys } from './block.ts';
import { resolveWays, type CallGraph, type GraphNode } from './call-graph.ts';
import type { Explored } from './explore.ts';
import { joinSays } from './join-says.ts';
import { optionOf, stepsBack } from './option-of.ts';
import { promptRun, type PromptRun } from './prompt-run.ts';
import { readNode } from './read-node.ts';

/** A key behind which none is waited for. */
const isSingle = ({ key }: Choice): boolean => key?.length === 1;

/** All options together are not more than this; a dialplan of only prompts would have millions. */
const mostOptions = 50_000;

/**
 * Makes nodes of the times in which keys count. Prompts and the wait behind them are one menu, unless
 * another way leads in between; a prompt that leads into a menu with the same keys is an announcement
 * that can be interrupted.
 */
export function addListenNodes(
  graph: CallGraph,
  explored: Explored,
  asked: ReadonlySet<string>,
): void {
  const { spots, keys } = explored;
  const sources = { graph, asked };
  const resolve = resolveWays(graph);
  const taken = new Set<NodeId>();
  let options = 0;

  const nodeOf = (run: PromptRun, menu: Keys): GraphNode => {
    const say = joinSays(run.says);
    const { wait, timeout, interDigit } = run.last;
    const behind = resolve(timeout);
    const next = behind === undefined ? undefined : spots.get(behind)?.block;
    const leadsOn = next?.kind === 'listen' && next.keys === run.last.keys;
    const hasKeys = menu.choices.length > 0 || menu.invalid !== undefined;
    const base = { steps: run.steps, sayVariable: run.sayVariable };
    if (wait === undefined && (leadsOn || !hasKeys)) {
      const node: NodeOfKind<'announcement'> = {
        kind: 'announcement',
        ...(say === undefined ? {} : { say }),
        bargeIn: true,
        to: timeout,
      };
      return { ...base, node, marks: run.marks };
    }
    const shown = menu.choices.slice(0, Math.max(0, mostOptions - options));
    options += shown.length;
    const node: NodeOfKind<'menu'> = {
      kind: 'menu',
      ...(say === undefined ? {} : { say }),
      bargeIn: true,
      options: shown.map((choice) => optionOf(sources, choice)),
      noInput: { wait: wait ?? 0, attempts: 1, to: timeout },
      noMatch: { attempts: 1, to: menu.invalid },
      ...(interDigit === undefined || shown.every(isSingle) ? {} : { interDigit }),
    };
    const marks = shown.flatMap(({ at }, index) =>
      marksOf([
        [['options', index], at],
        [['options', index, 'key'], at],
      ]),
    );
    const waitAt = run.steps.at(-1)?.at;
    const steps = [...run.steps, ...shown.flatMap(({ way }) => stepsBack(graph, way))];
    return {
      ...base,
      steps,
      node,
      marks: [...run.marks, ...marks, ...marksOf([[['noInput'], waitAt]])],
    };
  };

  for (const spot of spots.values()) {
    const { id, step, block } = spot;
    if (block.kind === 'read') graph.nodes.set(id, readNode(sources, resolve, block, step));
    if (block.kind !== 'listen' || taken.has(id)) continue;
    const run = promptRun(graph, explored, spot, block);
    for (const joined of run.joined) taken.add(joined);
    graph.nodes.set(id, nodeOf(run, keys.get(block.keys) ?? { choices: [], invalid: undefined }));
  }
  for (const id of taken) graph.nodes.delete(id);
}
