import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import type { CounterTest, Say, Way } from './block.ts';
import { resolveWays, type CallGraph, type GraphNode } from './call-graph.ts';
import type { Step } from './dialplan.ts';
import type { Environment } from './environment.ts';
import { promptOf } from './read-prompt.ts';

/** A script asks at most this often. */
const mostAttempts = 20;
/** Between being asked and being asked again nobody passes more than this. */
const mostHops = 60;

/** What happens between silence, or a wrong key, and the menu being heard again. */
interface Retry {
  readonly attempts: number;
  readonly say: Say | undefined;
  /** Where callers go who were asked often enough. */
  readonly to: Way;
  /** What else is said to them before. */
  readonly last: GraphNode | undefined;
  readonly steps: readonly Step[];
  readonly branch: NodeId;
}

/** The menu again, reached from a branch: what was said on the way there, or nothing when it isn't. */
function wayBack(
  graph: CallGraph,
  way: Way,
  menu: NodeId,
  sayVariable: string | undefined,
): { readonly say: Say | undefined; readonly steps: readonly Step[] } | undefined {
  const steps: Step[] = [];
  let say: Say | undefined;
  let here = way;
  for (let hops = 0; here !== undefined && hops < mostHops; hops += 1) {
    if (here === menu) return { say, steps };
    const pass = graph.passes.get(here);
    if (pass !== undefined) {
      for (const effect of pass.effects) {
        if (effect.does === 'set' && effect.name === sayVariable) {
          say = promptOf(effect.text, undefined);
        }
      }
      steps.push(pass.step);
      here = pass.to;
      continue;
    }
    const found = graph.nodes.get(here);
    if (found?.node.kind !== 'announcement' || say !== undefined) return undefined;
    say = found.node.say;
    steps.push(...found.steps);
    here = found.node.to;
  }
  return undefined;
}

/** How often a menu is heard until the counter is through. */
function attemptsUntil(
  { operator, limit }: CounterTest,
  begins: number,
  by: number,
  isThrough: boolean,
): number | undefined {
  for (let attempts = 1; attempts <= mostAttempts; attempts += 1) {
    const yes = evaluateExpression(`"${begins + attempts * by}" ${operator} "${limit}"`) === '1';
    if (yes === isThrough) return attempts;
  }
  return undefined;
}

/** Finds the retry of a menu behind one of its exits. */
function retryBehind(
  graph: CallGraph,
  menu: NodeId,
  { sayVariable }: GraphNode,
  way: Way,
  environment: Environment | undefined,
): Retry | undefined {
  const counts = new Map<string, number>();
  const steps: Step[] = [];
  let said: GraphNode | undefined;
  let here = way;
  for (let hops = 0; here !== undefined && hops < mostHops; hops += 1) {
    const pass = graph.passes.get(here);
    if (pass !== undefined) {
      for (const effect of pass.effects) {
        if (effect.does === 'count') {
          counts.set(effect.name, (counts.get(effect.name) ?? 0) + effect.by);
        }
      }
      steps.push(pass.step);
      here = pass.to;
      continue;
    }
    const found = graph.nodes.get(here);
    if (found === undefined) return undefined;
    if (found.node.kind === 'announcement' && said === undefined) {
      said = found;
      here = found.node.to;
      continue;
    }
    const { counter, node } = found;
    const [only] = node.kind === 'branch' ? node.cases : [];
    if (node.kind !== 'branch' || counter === undefined || only === undefined) return undefined;
    const begins = environment?.get(counter.variable)?.text;
    const by = counts.get(counter.variable);
    if (begins === undefined || !/^-?\d{1,6}$/.test(begins) || by === undefined) return undefined;
    const test = counter.operator === '!=' ? { ...counter, operator: '=' } : counter;
    for (const [again, done, isThrough] of [
      [node.otherwise, only.to, true],
      [only.to, node.otherwise, false],
    ] as const) {
      const back = wayBack(graph, again, menu, sayVariable);
      if (back === undefined) continue;
      const attempts = attemptsUntil(test, Number(begins), by, isThrough);
      if (attempts === undefined) return undefined;
      return {
        attempts,
        say: (said?.node.kind === 'announcement' ? said.node.say : undefined) ?? back.say,
        to: done,
        last: said,
        steps: [...steps, ...(said?.steps ?? []), ...found.steps, ...back.steps],
        branch: here,
      };
    }
    return undefined;
  }
  return undefined;
}

/** The words before the menu, without the menu itself, which is heard again anyway. */
function withoutMenu(say: Say | undefined, menu: Say | undefined): Say | undefined {
  const file = say?.recording;
  const own = menu?.recording;
  if (typeof file !== 'string' || typeof own !== 'string') return say;
  if (file === own) return undefined;
  return file.endsWith(` + ${own}`) ? { recording: file.slice(0, -own.length - 3) } : say;
}

/**
 * Counters that lead back to a menu a few times and then on are what a script calls attempts: the
 * menu gets them, with what is said before it is heard again. Counters that can't be told to be that
 * stay branches.
 */
export function foldRetries(
  graph: CallGraph,
  environments: ReadonlyMap<NodeId, Environment>,
): void {
  const folded = new Map<NodeId, Way>();
  for (const [id, found] of [...graph.nodes]) {
    let { node, steps } = found;
    if (node.kind !== 'menu' && node.kind !== 'collect') continue;
    for (const trigger of ['noInput', 'noMatch'] as const) {
      const own: NodeOfKind<'menu'>['noInput'] = node[trigger];
      const retry = retryBehind(graph, id, found, own?.to, environments.get(id));
      if (retry === undefined) continue;
      const say = withoutMenu(retry.say, node.say);
      let to = retry.to;
      if (retry.last?.node.kind === 'announcement') {
        to = `${id}-${trigger}` as NodeId;
        graph.nodes.set(to, { ...retry.last, node: { ...retry.last.node, to: retry.to } });
      }
      const told = say === undefined ? {} : { say };
      const asked: NodeOfKind<'menu'>['noInput'] = {
        ...own,
        attempts: retry.attempts,
        ...told,
        to,
      };
      node = { ...node, [trigger]: asked };
      steps = [...steps, ...retry.steps];
      folded.set(retry.branch, id);
    }
    graph.nodes.set(id, { ...found, node, steps });
  }
  passFolded(graph, folded);
}

/** Whoever comes to the counter of a menu from elsewhere has not been asked yet. */
function passFolded(graph: CallGraph, folded: ReadonlyMap<NodeId, Way>): void {
  const resolve = resolveWays(graph);
  for (const [branch, menu] of folded) {
    const found = graph.nodes.get(branch);
    const [step] = found?.steps ?? [];
    if (found?.node.kind !== 'branch' || step === undefined) continue;
    const again = [...found.node.cases.map(({ to }) => to), found.node.otherwise].find(
      (way) => resolve(way) === menu,
    );
    if (again === undefined) continue;
    graph.nodes.delete(branch);
    graph.passes.set(branch, { to: again, effects: [], step });
  }
}
