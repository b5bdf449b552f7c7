import type { NodeId } from '../../script/names.ts';
import type { MenuOption, NodeOfKind } from '../../script/script.ts';
import type { Mark } from '../draft.ts';
import { marksOf } from '../draft.ts';
import type { Choice, Effect, Keys, ListenBlock, ReadBlock, Say, Spot, Way } from './block.ts';
import { resolveWays, trailOf, type CallGraph, type GraphNode } from './call-graph.ts';
import type { Step } from './dialplan.ts';
import type { Explored } from './explore.ts';

/** Prompts that are played one after the other, as one. */
function joinSays(says: readonly Say[]): Say | undefined {
  const [only, ...others] = says;
  if (only === undefined || others.length === 0) return only;
  const files = says.flatMap(({ recording, unknown }) => {
    const file = unknown ?? recording;
    return typeof file === 'string' ? [file] : [];
  });
  const texts = says.flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
  const known = texts.length === says.length ? { text: texts.join(' ') } : {};
  const isUnknown = says.some(({ unknown }) => unknown !== undefined);
  return isUnknown
    ? { unknown: files.join(' + '), ...known }
    : { recording: files.join(' + '), ...known };
}

/** A prompt and the wait behind it, which together make a menu. */
interface Run {
  readonly says: Say[];
  readonly steps: Step[];
  readonly marks: Mark[];
  last: ListenBlock;
  sayVariable: string | undefined;
}

/** What options of a menu do besides leading somewhere. */
function optionOf(
  graph: CallGraph,
  asked: ReadonlySet<string>,
  key: string | undefined,
  name: string,
  way: Way,
): MenuOption {
  const trail = trailOf(graph, way);
  const effects: readonly Effect[] = trail.passes.flatMap((pass) => pass.effects);
  const language = effects.findLast((effect) => effect.does === 'language');
  const isReturn = trail.to !== undefined && graph.nodes.get(trail.to)?.isReturn === true;
  const set = effects.flatMap((effect): readonly (readonly [string, string])[] =>
    effect.does === 'set' && asked.has(effect.name) ? [[effect.name, effect.text]] : [],
  );
  return {
    ...(key === undefined ? { intent: name } : { key }),
    ...(isReturn ? { do: 'back' } : { to: way }),
    ...(language === undefined ? {} : { language: language.language }),
    ...(set.length === 0 ? {} : { set: Object.fromEntries(set) }),
  };
}

/** The steps of an option that goes back to the menu before. */
function stepsBack(graph: CallGraph, way: Way): readonly Step[] {
  const { to, passes } = trailOf(graph, way);
  const end = to === undefined ? undefined : graph.nodes.get(to);
  return end?.isReturn === true ? [...passes.map(({ step }) => step), ...end.steps] : [];
}

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
  { spots, keys, arrivals }: Explored,
  asked: ReadonlySet<string>,
): void {
  const resolve = resolveWays(graph);
  const taken = new Set<NodeId>();
  let options = 0;

  /** The next listening behind a prompt, where only that prompt leads there. */
  const onlyBehind = (
    block: ListenBlock,
  ): { readonly spot: Spot; readonly passed: readonly Step[] } | undefined => {
    const passed: Step[] = [];
    let here = block.timeout;
    while (here !== undefined && (arrivals.get(here) ?? 0) === 1 && passed.length < 50) {
      const spot = spots.get(here);
      if (spot?.block.kind === 'listen') return { spot, passed };
      const pass = graph.passes.get(here);
      if (pass === undefined) return undefined;
      passed.push(pass.step);
      here = pass.to;
    }
    return undefined;
  };

  const runFrom = (spot: Spot, first: ListenBlock): Run => {
    const marks = marksOf([[['say'], first.sayAt]]);
    const run: Run = {
      says: first.say === undefined ? [] : [first.say],
      steps: [spot.step],
      marks: [...marks],
      last: first,
      sayVariable: first.sayVariable,
    };
    while (run.last.wait === undefined) {
      const behind = onlyBehind(run.last);
      if (behind?.spot.block.kind !== 'listen' || behind.spot.block.keys !== first.keys) break;
      const { block, step, id } = behind.spot;
      taken.add(id);
      if (block.say !== undefined) {
        run.says.push(block.say);
        run.sayVariable = undefined;
      }
      run.steps.push(...behind.passed, step);
      run.last = block;
    }
    return run;
  };

  const nodeOf = (run: Run, menu: Keys): GraphNode => {
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
      options: shown.map(({ key, name, way }) => optionOf(graph, asked, key, name, way)),
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
    if (block.kind === 'read') graph.nodes.set(id, readNode(graph, resolve, block, step, asked));
    if (block.kind !== 'listen' || taken.has(id)) continue;
    const run = runFrom(spot, block);
    graph.nodes.set(id, nodeOf(run, keys.get(block.keys) ?? { choices: [], invalid: undefined }));
  }
  for (const id of taken) graph.nodes.delete(id);
}

/** A `Read`: a menu where the steps behind know keys, else digits that are collected. */
function readNode(
  graph: CallGraph,
  resolve: (way: Way) => Way,
  { node, marks, byKey, silent, other }: ReadBlock,
  step: Step,
  asked: ReadonlySet<string>,
): GraphNode {
  const elsewhere = resolve(other);
  const chosen = byKey.filter(({ way }) => resolve(way) !== elsewhere);
  if (chosen.length === 0) {
    const collect: NodeOfKind<'collect'> = {
      ...node,
      noInput: { ...node.noInput, to: silent },
      noMatch: { ...node.noMatch, to: silent },
    };
    return { node: collect, marks, steps: [step] };
  }
  const { say, digits, noInput } = node;
  const menu: NodeOfKind<'menu'> = {
    kind: 'menu',
    ...(say === undefined ? {} : { say }),
    bargeIn: true,
    options: chosen.map(({ key, way }) => optionOf(graph, asked, key, key, way)),
    noInput: { ...noInput, to: silent },
    noMatch: { attempts: 1, to: other },
    ...(digits?.interDigit === undefined ? {} : { interDigit: digits.interDigit }),
  };
  return { node: menu, marks: marks.filter(({ path }) => path[0] !== 'digits'), steps: [step] };
}
