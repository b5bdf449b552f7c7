import fc from 'fast-check';
import type { PathStep } from '../../src/calls/variant.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import type { CallFlow } from '../../src/flow/call-flow.ts';
import type { Script } from '../../src/script/script.ts';
import { draws, type Draw } from './draws.ts';

interface LooseNode {
  readonly kind: string;
  readonly to?: string;
  readonly success?: string;
  readonly failure?: string;
  readonly otherwise?: string;
  readonly options?: readonly { key: string; to?: string; do?: 'repeat' | 'back'; role?: string }[];
  readonly cases?: readonly { when: string; to: string }[];
  readonly exits?: readonly { trigger: string; when?: string; to: string }[];
  readonly noInput?: { to: string };
  readonly noMatch?: { to: string };
  readonly overflow?: { to: string };
  readonly closed?: { to: string };
  readonly error?: string;
}

/** A flow with a walker of its own, which knows nothing of edges: it reads the script's nodes. */
export interface RandomFlow {
  readonly flow: CallFlow;
  readonly nodes: Readonly<Record<string, LooseNode>>;
  readonly start: string;
}

const mostNodes = 8;
const names = Array.from({ length: mostNodes }, (_, index) => `n${index}`);

function randomNode(count: number): fc.Arbitrary<LooseNode> {
  const target = fc.constantFrom(...names.slice(0, count));
  const maybe = fc.option(target, { nil: undefined });
  const way = fc.option(
    target.map((to) => ({ to })),
    { nil: undefined },
  );
  const error = fc.option(target, { nil: undefined, freq: 4 });
  const does = fc.constantFrom(undefined, undefined, undefined, 'repeat', 'back');
  const role = fc.constantFrom(undefined, undefined, 'agent');
  const options = fc
    .array(fc.record({ to: target, does, role }), { minLength: 1, maxLength: 4 })
    .map((list) =>
      list.map(({ to, does: doing, role: own }, index) => ({
        key: String(index + 1),
        ...(doing === undefined ? { to } : { do: doing }),
        ...(own === undefined ? {} : { role: own }),
      })),
    );
  const cases = fc
    .array(target, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((to, index) => ({ when: `case-${index}`, to })));
  const exits = fc.array(
    fc.record({ trigger: fc.constantFrom('next', 'success', 'failure', 'noInput'), to: target }),
    { maxLength: 3 },
  );
  const node = (kind: string, fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
    fc
      .record({ kind: fc.constant(kind), error, ...fields })
      .map(
        (made) =>
          Object.fromEntries(
            Object.entries(made).filter(([, value]) => value !== undefined),
          ) as unknown as LooseNode,
      );
  return fc.oneof(
    { arbitrary: node('menu', { options, noInput: way, noMatch: way }), weight: 4 },
    node('announcement', { to: target }),
    node('collect', { to: target, noInput: way, noMatch: way }),
    node('branch', { on: fc.constant('share'), cases, otherwise: maybe }),
    node('task', { task: fc.constant('work'), success: target, failure: maybe }),
    node('queue', { queue: fc.constant('people'), overflow: way, closed: way }),
    node('transfer', { number: fc.constant('+1'), to: maybe, failure: maybe }),
    node('voicemail', { to: maybe }),
    node('callback', { to: maybe, failure: maybe }),
    node('subflow', { script: fc.constant('other'), to: maybe }),
    node('opaque', { vendor: fc.constant('v'), type: fc.constant('t'), exits }),
    node('hangup', {}),
  );
}

/** Flows of every kind of node, wired at random, loops and dead ends included. */
export function randomFlow(): fc.Arbitrary<RandomFlow> {
  return fc.integer({ min: 1, max: mostNodes }).chain((count) =>
    fc.array(randomNode(count), { minLength: count, maxLength: count }).map((list) => {
      const nodes = Object.fromEntries(list.map((node, index) => [names[index] ?? '', node]));
      const script = { ivr: 1, id: 'random', language: 'en', entries: [{ start: 'n0' }], nodes };
      return { flow: buildCallFlow(script as unknown as Script), nodes, start: 'n0' };
    }),
  );
}

/** A walk with what a plain count of it must give. */
export interface RandomWalk {
  readonly steps: readonly PathStep[];
  readonly visited: readonly string[];
  readonly end: 'hangup' | 'disconnect' | 'abandon' | 'answer' | 'transfer' | 'none';
}

const mostSteps = 40;

/** Walks a flow as a log would tell it; `draw` decides everything. */
export function walkAtRandom({ nodes, start }: RandomFlow, draw: Draw): RandomWalk {
  const steps: PathStep[] = [{ event: 'start', node: '', value: '' }];
  const visited: string[] = [];
  const menus: string[] = [];
  const pick = <T>(list: readonly T[]): T | undefined => list[draw() % Math.max(1, list.length)];
  let here = start;
  const say = (event: PathStep['event'], value = ''): void => {
    steps.push({ event, node: here, value });
  };
  const done = (event: Exclude<RandomWalk['end'], 'none'>): RandomWalk => {
    say(event);
    return { steps, visited, end: event };
  };
  while (steps.length < mostSteps) {
    const node = nodes[here];
    if (node === undefined) throw new Error(`the walk left the flow at ${here}`);
    visited.push(here);
    say('enter');
    if (node.kind === 'menu') {
      // A menu that is come to again cuts the way back to it.
      if (menus.includes(here)) menus.splice(menus.indexOf(here));
      menus.push(here);
    }
    const chance = draw() % 20;
    if (chance === 0) return done('hangup');
    if (chance === 1 && node.error !== undefined) {
      here = node.error;
      continue;
    }
    const next = leave(node);
    if (typeof next !== 'string') return next;
    here = next;
  }
  return { steps, visited, end: 'none' };

  /** Says what happens at a node and gives the next one, or the whole walk where it ends. */
  function leave(node: LooseNode): string | RandomWalk {
    switch (node.kind) {
      case 'menu': {
        const way = retried(node);
        if (way !== undefined) return way;
        const option = pick(node.options ?? []);
        const before = menus.at(-2);
        if (option?.do === 'back' && before === undefined) return done('hangup');
        say('input', option?.key);
        if (option?.do === 'repeat') return here;
        if (option?.do === 'back') return before ?? here;
        return option?.to ?? done('disconnect');
      }
      case 'collect': {
        const way = retried(node);
        if (way !== undefined) return way;
        say('input');
        return node.to ?? done('disconnect');
      }
      case 'branch':
        return (
          pick([...(node.cases ?? []).map(({ to }) => to), ...some(node.otherwise)]) ??
          done('disconnect')
        );
      case 'task': {
        const isGood = draw() % 2 === 0;
        say(isGood ? 'success' : 'failure');
        return (isGood ? node.success : (node.failure ?? node.error)) ?? done('disconnect');
      }
      case 'queue': {
        if (node.closed !== undefined && draw() % 3 === 0) return node.closed.to;
        say('queue', 'people');
        const kind = draw() % 3;
        if (kind === 0) return done('answer');
        if (kind === 1 || node.overflow === undefined) return done('abandon');
        return node.overflow.to;
      }
      case 'transfer':
      case 'callback': {
        if (draw() % 3 === 0) {
          say('failure');
          return node.failure ?? node.error ?? done('disconnect');
        }
        if (node.kind === 'transfer' && node.to === undefined) return done('transfer');
        say('success');
        return node.to ?? done('disconnect');
      }
      case 'opaque': {
        const exit = pick(node.exits ?? []);
        if (exit?.trigger === 'success' || exit?.trigger === 'failure') say(exit.trigger);
        if (exit?.trigger === 'noInput') say('noinput');
        return exit?.to ?? done('disconnect');
      }
      default:
        return node.to ?? done('disconnect');
    }
  }

  /** Silence or an entry that isn't known, some of the time. */
  function retried(node: LooseNode): string | RandomWalk | undefined {
    for (let asked = draw() % 5; asked >= 3; asked -= 1) {
      const trigger = draw() % 2 === 0 ? 'noInput' : 'noMatch';
      say(trigger === 'noInput' ? 'noinput' : 'nomatch');
      if (draw() % 2 === 0) continue;
      return node[trigger]?.to ?? done('disconnect');
    }
    return undefined;
  }
}

const some = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** A flow with walks on it. */
export function randomWalks(): fc.Arbitrary<{
  readonly random: RandomFlow;
  readonly walks: readonly RandomWalk[];
}> {
  const deciders = fc.array(draws(1_000_000), { minLength: 1, maxLength: 8 });
  return fc.tuple(randomFlow(), deciders).map(([random, all]) => ({
    random,
    walks: all.map((draw) => walkAtRandom(random, draw)),
  }));
}
