import type { NodeId } from '../../script/names.ts';
import type { Source } from '../../source/source.ts';
import type { Extent } from '../../source/tree.ts';
import { mapperOf } from './applications.ts';
import { waysOf, type Block, type Keys, type Spot, type Way } from './block.ts';
import type { Dialplan, Leftover, Step } from './dialplan.ts';
import {
  emptyEnvironment,
  joinEnvironments,
  withVariable,
  type Environment,
} from './environment.ts';
import { createFindExtension } from './find-extension.ts';
import { createFrames, type Frame } from './frame.ts';
import { createJumps } from './jumps.ts';
import { keysOf } from './keys-of.ts';
import { askedAmong, comparedKeys, namesSet, ownVariable, trimmed } from './known-variables.ts';
import { createLoops } from './loops.ts';
import { mapWaitExten } from './map-listen.ts';
import { createPoints, type Point } from './points.ts';
import { quotedAbove } from './quoted-above.ts';
import { splitArguments } from './split-arguments.ts';
import type { StepCall } from './step-call.ts';
import { somethingElse, substitute, namesIn, type LookUp } from './substitute.ts';

/** What was found by following a dialplan from its entries. */
export interface Explored {
  /** In the order in which they were come to. */
  readonly spots: ReadonlyMap<NodeId, Spot>;
  readonly keys: ReadonlyMap<NodeId, Keys>;
  /** How many ways lead to a spot. */
  readonly arrivals: ReadonlyMap<NodeId, number>;
  /** The first environment of each spot tells what counters begin with. */
  readonly environments: ReadonlyMap<NodeId, Environment>;
  readonly entries: readonly Way[];
  readonly notes: readonly Leftover[];
  /** Names that ways have which lead to nothing that is there. */
  readonly missing: ReadonlyMap<NodeId, string>;
}

/** An entry: an extension of a context. */
export interface Entry {
  readonly context: string;
  readonly extension: string;
}

/**
 * Follows all ways that a call can take from the entries, with what is known of variables on each.
 * Where ways meet, only what they agree on stays known, so every step is looked at a few times at the
 * most. Nothing recurses; subroutines are followed only as far as there is room.
 */
export function explore(dialplan: Dialplan, source: Source, entries: readonly Entry[]): Explored {
  const find = createFindExtension(dialplan);
  const frames = createFrames();
  const loops = createLoops(dialplan);
  const environments = new Map<NodeId, Environment>();
  const blocks = new Map<NodeId, Block>();
  const keySets = new Map<NodeId, Keys>();
  const keyIds = new Map<string, NodeId>();
  const from = new Map<NodeId, Set<NodeId>>();
  const notes = new Map<string, Leftover>();
  const waiting: NodeId[] = [];
  const queued = new Set<NodeId>();
  const isAsked = askedAmong(dialplan.steps.flatMap((step) => namesIn(step.arguments.text)));
  const changed = namesSet(dialplan);
  const extensionOf = (step: Step) =>
    dialplan.contexts.get(step.context)?.extensions.get(step.extension);

  const { pointAt, byId, isFull } = createPoints(dialplan.steps.length);
  const jumps = createJumps(dialplan, find, (step, frame, assumed) =>
    pointAt(step, frame, assumed),
  );

  /** The step behind, and what happens where there is none. */
  const behind = (
    { step, frame, assumed }: Point,
    priority: number,
  ): { readonly way: Way; readonly isWritten: boolean } => {
    const next = extensionOf(step)?.steps.get(priority);
    if (next !== undefined) return { way: pointAt(next, frame, assumed), isWritten: true };
    if (frame?.kind === 'macro') return { way: frame.back, isWritten: false };
    if (dialplan.endsByItself) return { way: undefined, isWritten: false };
    return { way: pointAt(step, frame, assumed, { isEnd: true }), isWritten: false };
  };

  const keysAt = (context: string, frame: Frame | undefined): NodeId => {
    const key = `${context}\n${frame?.id ?? 0}`;
    const known = keyIds.get(key);
    if (known !== undefined) return known;
    const id = `@keys-${keyIds.size}` as NodeId;
    keyIds.set(key, id);
    keySets.set(
      id,
      keysOf(
        dialplan,
        find,
        context,
        (step, assumed) => pointAt(step, frame, assumed),
        (message, at) => {
          note(message, at);
        },
      ),
    );
    return id;
  };
  const note = (message: string, at: Extent) => {
    notes.set(`${at.start}\n${message}`, { message, at });
  };

  const callAt = (point: Point, environment: Environment): StepCall => {
    const { step, frame, assumed, inline } = point;
    const whole = inline?.given ?? step.arguments;
    const application = (inline?.application ?? step.application).toLowerCase();
    const given = splitArguments(whole);
    const look =
      (first: boolean): LookUp =>
      (name) => {
        if (assumed?.name === name) return assumed.text;
        const own = ownVariable(name, step, frame);
        if (own !== undefined) return own;
        const known = environment.get(name);
        if (known !== undefined) return known.varies && !first ? undefined : known.text;
        return dialplan.globals.has(name) && !changed.has(name)
          ? substitute(dialplan.globals.get(name) ?? '', () => undefined)
          : undefined;
      };
    const lookUp = look(false);
    const lookUpFirst = look(true);
    const filled = (position: number, by: LookUp): string | undefined => {
      const text = given[position]?.text;
      const known = text === undefined || text === '' ? undefined : substitute(text, by);
      return known === undefined || known === '' || known.includes(somethingElse)
        ? undefined
        : known;
    };
    const next = behind(point, step.priority + 1);
    const written = extensionOf(step)?.steps.get(step.priority + 1);
    const nextWith = (name: string, text: string): Way =>
      written === undefined ? next.way : pointAt(written, frame, { name, text });
    const asksFor = (name: string): boolean =>
      written?.arguments.text.includes(`\${${name}}`) === true;
    return {
      step,
      application,
      whole,
      given,
      environment,
      lookUp,
      isFilled: (name) => environment.get(name)?.isFilled === true,
      text: (position) => filled(position, lookUp),
      firstText: (position) => filled(position, lookUpFirst),
      next: next.way,
      hasNext: next.isWritten,
      quoted: quotedAbove(source, step.at.start),
      jump: (target) => jumps.to(target, step, frame, assumed, lookUp),
      inline: (name, args, branch) =>
        pointAt(step, frame, assumed, { inline: { application: name, given: args }, branch }),
      timeout: jumps.special(step.context, frame, 't'),
      keys: (context) => keysAt(context ?? step.context, frame),
      enter: (kind, target, macro, args) => {
        const to = jumps.subroutine(target, macro, step, lookUp);
        if (to === undefined || isFull()) return 'unknown';
        const entered = frames.enter({
          kind,
          back: next.way,
          given: args.map(({ text }) => substitute(text, lookUp)),
          began: to.index,
          around: frame,
        });
        return entered === undefined ? 'unknown' : pointAt(to, entered, undefined);
      },
      back: frame?.back,
      loop: (end) => {
        const priority = loops(step);
        if (priority === undefined) return next.way;
        return behind(point, end === 'begin' ? priority.begin : priority.end + 1).way;
      },
      nextWith,
      nextAfter: (name, text) => (asksFor(name) ? nextWith(name, text) : next.way),
      comparedKeys: (name, most) =>
        comparedKeys(extensionOf(step)?.steps, step.priority, name, most),
      withoutVariable: (name) => withVariable(environment, name, undefined),
      note,
    };
  };

  const blockAt = (point: Point, environment: Environment): Block => {
    const call = callAt(point, environment);
    const made = point.isEnd
      ? mapWaitExten({ ...call, text: () => undefined, hasNext: false })
      : mapperOf(call.application)(call);
    const isInside = made.kind === 'pass' && !/^(?:gosub|macro)/.test(call.application);
    if (point.assumed === undefined || isInside) return made;
    // Something is heard: from here on it is the same whatever was pressed.
    const { inline, step, frame, isEnd } = point;
    const plain = pointAt(step, frame, undefined, {
      inline,
      isEnd,
      branch: inline === undefined ? 0 : 9,
    });
    return { kind: 'pass', to: plain, effects: [], environment };
  };

  const arrive = (way: Way, environment: Environment, origin: NodeId) => {
    if (way === undefined) return;
    const origins = from.get(way);
    if (origins === undefined) from.set(way, new Set([origin]));
    else origins.add(origin);
    const before = environments.get(way);
    const after = before === undefined ? environment : joinEnvironments(before, environment);
    if (before !== undefined && after === before) return;
    environments.set(way, after);
    if (!queued.has(way)) {
      queued.add(way);
      waiting.push(way);
    }
  };

  const began = entries.map(({ context, extension }) => {
    const step = dialplan.contexts.get(context)?.extensions.get(extension)?.steps.get(1);
    return step === undefined ? undefined : pointAt(step, undefined, undefined);
  });
  for (const way of began) arrive(way, emptyEnvironment, '@start' as NodeId);
  for (const id of waiting) {
    queued.delete(id);
    const environment = environments.get(id) ?? emptyEnvironment;
    const keys = keySets.get(id);
    if (keys !== undefined) {
      for (const { way } of keys.choices) arrive(way, environment, id);
      arrive(keys.invalid, environment, id);
      continue;
    }
    const point = byId.get(id);
    if (point === undefined) continue;
    const block = blockAt(point, environment);
    blocks.set(id, block);
    const kept = trimmed(block.environment, isAsked);
    for (const way of waysOf(block)) arrive(way, kept, id);
  }

  const spots = new Map<NodeId, Spot>();
  for (const [id, block] of blocks) {
    const step = byId.get(id)?.step;
    if (step !== undefined) spots.set(id, { id, step, block });
  }
  return {
    spots,
    keys: keySets,
    arrivals: new Map([...from].map(([id, origins]) => [id, origins.size])),
    environments,
    entries: began,
    notes: [...notes.values()],
    missing: jumps.missing(),
  };
}
