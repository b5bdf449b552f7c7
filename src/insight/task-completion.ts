import type { CallFlow } from '../flow/call-flow.ts';
import type { Replay, ReplayedPath } from '../replay/replay.ts';
import type { NodeId } from '../script/names.ts';
import { isUnknown } from '../script/values.ts';
import { defineInsight } from './insight.ts';
import { rateOf, type Rate } from './rate.ts';
import { tableOf } from './table.ts';

/** What became of a self-service task in the calls that came to it. */
export interface TaskCompletion {
  /** The name of the task; that of its node where the script doesn't know it. */
  readonly task: string;
  readonly nodes: readonly NodeId[];
  /** Calls that came to the task, of all calls. */
  readonly incidence: Rate;
  /** Calls in which it succeeded, of the calls that came to it: its automation rate. */
  readonly done: Rate;
  /** Calls in which it failed and never succeeded, and calls of which the log tells neither. */
  readonly failed: Rate;
  readonly untold: number;
  /** Seconds of a person that it saves in every call of the log; nothing where none are given. */
  readonly benefit: number | undefined;
}

type Result = 'done' | 'failed';

/** How tasks ended in a path, by their nodes: a success anywhere outweighs failures. */
function resultsOf(
  path: ReplayedPath,
  tasks: ReadonlyMap<NodeId, { readonly parts: boolean }>,
): ReadonlyMap<NodeId, Result> {
  const results = new Map<NodeId, Result>();
  const note = (node: NodeId, result: Result): void => {
    if (results.get(node) !== 'done') results.set(node, result);
  };
  let here = '';
  for (const { event, node } of path.steps) {
    if (node !== '') here = node;
    if (event !== 'success' && event !== 'failure') continue;
    if (tasks.has(here as NodeId)) note(here as NodeId, event === 'success' ? 'done' : 'failed');
  }
  // A log that doesn't tell results still tells them where success and failure part.
  for (const { from, trigger } of path.edges) {
    if (tasks.get(from)?.parts !== true) continue;
    if (trigger === 'success') note(from, 'done');
    if (trigger === 'failure' || trigger === 'error') note(from, 'failed');
  }
  return results;
}

/**
 * The self-service tasks of a script, in its order, nodes of one name together. `agentSeconds` says what
 * a person needs for a task, by its name, `other` for all others.
 */
function taskCompletion(
  flow: CallFlow,
  { calls, paths }: Pick<Replay, 'calls' | 'paths'>,
  agentSeconds: Readonly<Record<string, number>> = {},
): readonly TaskCompletion[] {
  const tasks = new Map<NodeId, { readonly name: string; readonly parts: boolean }>();
  for (const { id, node } of flow.nodes) {
    if (node.kind !== 'task' || node.selfService === false) continue;
    const name = isUnknown(node.task) ? id : node.task;
    tasks.set(id, { name, parts: node.success !== node.failure });
  }
  const counts = new Map<string, { nodes: NodeId[]; came: number; done: number; failed: number }>();
  for (const [id, { name }] of tasks) {
    const count = counts.get(name) ?? { nodes: [], came: 0, done: 0, failed: 0 };
    count.nodes.push(id);
    counts.set(name, count);
  }
  for (const path of paths) {
    const came = new Set<string>();
    for (const id of path.visits) {
      const name = tasks.get(id)?.name;
      if (name !== undefined) came.add(name);
    }
    if (came.size === 0) continue;
    const done = new Set<string>();
    const failed = new Set<string>();
    for (const [id, result] of resultsOf(path, tasks)) {
      const name = tasks.get(id)?.name ?? id;
      (result === 'done' ? done : failed).add(name);
    }
    for (const name of came) {
      const count = counts.get(name);
      if (count === undefined) continue;
      count.came += path.calls;
      if (done.has(name)) count.done += path.calls;
      else if (failed.has(name)) count.failed += path.calls;
    }
  }
  const given = new Map(Object.entries(agentSeconds));
  return [...counts].map(([task, { nodes, came, done, failed }]) => {
    const seconds = given.get(task) ?? given.get('other');
    const perCall = seconds === undefined || calls === 0 ? undefined : (done / calls) * seconds;
    return {
      ...{ task, nodes, benefit: perCall, untold: came - done - failed },
      incidence: rateOf(came, calls),
      done: rateOf(done, came),
      failed: rateOf(failed, came),
    };
  });
}

/** Which tasks callers get done by themselves, and what that saves. */
export const taskCompletionInsight = defineInsight({
  id: 'task-completion',
  title: 'Self-service',
  question: 'Which tasks do callers complete without a person, and what does that save?',
  definition:
    'Success: calls in which the task succeeded, out of the calls that came to it. Failure: calls in which it failed and never succeeded, out of the same calls. Benefit: the share of all calls that came to the task × its share of successes × the seconds that a person needs for it. The result is the time of agents saved in every call, in seconds.',
  source: 'automation benefit as in US patent 6,882,723 (B. Suhm & P. Peterson)',
  find({ flow, replay, agentSeconds }) {
    const tasks = taskCompletion(flow, replay, agentSeconds);
    const hasBenefit = tasks.some(({ benefit }) => benefit !== undefined);
    const columns = {
      task: 'task',
      incidence: ['came to it', 'rate'],
      done: ['got it done', 'rate'],
      failed: ['failed', 'rate'],
      untold: ['not reported', 'count'],
      ...(hasBenefit ? { benefit: ['saves a call', 'seconds'] as const } : {}),
    } as const;
    if (tasks.length === 0) return { tables: [], unknown: 'The script has no self-service task.' };
    const total = tasks.reduce((sum, { benefit = 0 }) => sum + benefit, 0);
    return {
      tables: [tableOf('tasks', 'By task', columns, tasks)],
      notes: hasBenefit
        ? [`Together they save ${total.toFixed(1)} s of agents' time in every call.`]
        : [
            'To see what a task saves, give the seconds that a person needs for it: --agent-seconds.',
          ],
    };
  },
});
