import type { CallFlow } from '../../src/flow/call-flow.ts';
import { metNames, type MetNames } from '../../src/prove/met-names.ts';
import type { Drill } from '../../src/routing/drill.ts';
import type { StaffingHours } from '../../src/routing/staffing-hours.ts';
import type { CalendarId } from '../../src/script/names.ts';
import type { Action } from '../../src/walk/action.ts';
import { atQueue } from '../../src/walk/at-queue.ts';
import { awaits } from '../../src/walk/awaits.ts';
import type { CallState } from '../../src/walk/call-state.ts';
import { hearingOf } from '../../src/walk/hearing.ts';
import { queueState } from '../../src/walk/queue-state.ts';
import { retryPolicy } from '../../src/flow/retry-policy.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { momentIn, type World } from '../../src/walk/world.ts';
import { worldAt, type Routing } from '../../src/walk/world-at.ts';

/**
 * What the prover says, found without any cleverness: calls are walked by the step function from
 * every minute, with every action that can come next. Knows nothing of worlds, spots or bit sets.
 */

const minute = 60_000;

/** What is walked. */
export interface Walked {
  readonly flow: CallFlow;
  readonly routing: Routing;
  readonly drills: readonly Drill[];
  readonly from: number;
  readonly to: number;
}

/** Names and values that a host may know of callers, and that tasks may find. */
function guesses({ script }: CallFlow): ReadonlyMap<string, readonly string[]> {
  const own = new Set<string>();
  const asked = new Map<string, string[]>();
  for (const node of Object.values(script.nodes)) {
    if (node.kind === 'task' && typeof node.task === 'string') own.add(node.task);
    if (node.kind === 'menu')
      for (const { set = {} } of node.options) for (const name of Object.keys(set)) own.add(name);
    if (node.kind !== 'branch' || typeof node.on === 'string') continue;
    const name =
      'attribute' in node.on ? node.on.attribute : 'result' in node.on ? node.on.result : undefined;
    if (name === undefined) continue;
    const other = node.otherwise === undefined ? [] : [''];
    asked.set(name, [...(asked.get(name) ?? []), ...node.cases.map(({ when }) => when), ...other]);
  }
  return new Map([...asked].filter(([name]) => !own.has(name)));
}

/** Every mix of what a host may know. */
function hosts(flow: CallFlow): readonly Readonly<Record<string, string>>[] {
  let mixes: Readonly<Record<string, string>>[] = [{}];
  for (const [name, values] of guesses(flow))
    mixes = mixes.flatMap((mix) => values.map((value) => ({ ...mix, [name]: value })));
  return mixes;
}

const shares = [0.1, 0.9];

interface Next {
  readonly action: Action;
  readonly share: number;
}

/** Everything that can happen next, but for callers who leave. */
function nextOf(flow: CallFlow, state: CallState, world: World): readonly Next[] {
  if (state.node === undefined || state.ended !== undefined) return [];
  const { node } = flow.graph.node(state.node);
  const actions = awaits(flow, state, world).actions.filter(
    ({ do: does }) => does !== 'hangup' && does !== 'abandon' && does !== 'answer',
  );
  const isShare = node.kind === 'branch' && node.on === 'share';
  const found: readonly Action[] =
    node.kind !== 'task'
      ? []
      : Object.values(flow.script.nodes).flatMap((one) =>
          one.kind === 'branch' &&
          typeof one.on === 'object' &&
          'result' in one.on &&
          one.on.result === node.task
            ? one.cases
                .filter(({ when }) => when !== 'failure' && when !== 'success')
                .map(({ when }): Action => ({ do: 'succeed', result: when }))
            : [],
        );
  return [...actions, ...found].flatMap((action) =>
    (isShare ? shares : [0]).map((share) => ({ action, share })),
  );
}

/** Why a call is lost where it stands, or after a step; nothing where it isn't. */
function judgeQueue({ flow, routing }: Walked, state: CallState, world: World): string | undefined {
  const { node: id } = state;
  const node = id === undefined ? undefined : flow.graph.node(id).node;
  if (id === undefined || node?.kind !== 'queue' || typeof node.queue !== 'string')
    return undefined;
  const word = queueState(node.queue, world, momentIn(world, state.seconds), state.language);
  const { action } = atQueue(flow, id, node, state, world);
  if (action.do === 'answer') return undefined;
  const made = step(flow, state, action, world).state;
  if (made.ended === undefined) return undefined;
  const { queue } = node;
  const { directory } = routing;
  const chain = Object.hasOwn(directory.queues, queue) ? directory.queues[queue]?.overflow : [];
  if (word === 'missing') return `queue-missing ${id} ${queue}`;
  if (word === 'closed' || word === 'holiday' || word === 'emergency')
    return action.do === 'closed' && node.closed !== undefined
      ? `nowhere ${id} ${queue}`
      : `queue-closed ${id} ${queue}`;
  if (word === 'full') return `queue-full ${id} ${queue}`;
  const language = word === 'nobody' ? '' : ` ${state.language}`;
  if (action.do === 'overflow') return `overflow-nowhere ${id} ${queue}${language}`;
  if (chain !== undefined && chain.length > 0)
    return `${comesBack(directory, queue) ? 'overflow-loop' : 'overflow-nowhere'} ${id} ${queue}${language}`;
  if (word === 'nobody') return `nobody ${id} ${queue}`;
  return `${word === 'no-skill' ? 'wrong-skill' : 'wrong-language'} ${id} ${queue}${language}`;
}

/** Whether some walk along overflows comes to a queue twice. */
function comesBack(directory: Routing['directory'], queue: string): boolean {
  const walk = (here: string, been: readonly string[]): boolean => {
    if (been.includes(here)) return true;
    const next = Object.hasOwn(directory.queues, here)
      ? (directory.queues[here as keyof typeof directory.queues]?.overflow ?? [])
      : [];
    return next.some(({ to }) => walk(to, [...been, here]));
  };
  return walk(queue, []);
}

function judgeStep(flow: CallFlow, before: CallState, after: CallState): string | undefined {
  const { node: id } = before;
  const why = after.ended?.why;
  if (id === undefined || why === undefined) return undefined;
  const { node } = flow.graph.node(id);
  if (why === 'no-input' || why === 'no-match') return `${why}-cut-off ${id}`;
  if (why !== 'nowhere') return undefined;
  const word = { task: 'task', transfer: 'transfer', callback: 'callback' } as const;
  const kind = node.kind in word ? word[node.kind as keyof typeof word] : undefined;
  const failed = kind !== undefined && !('failure' in node) && node.error === undefined;
  return failed ? `${kind}-failure-cut-off ${id}` : `nowhere ${id}`;
}

/** What becomes of calls that begin at a moment. */
export interface Outcome {
  /** Bad ends, by reason, node, and what it depends on. */
  readonly bad: ReadonlySet<string>;
  /** Nodes from which no end can be reached. */
  readonly stuck: ReadonlySet<string>;
}

const keyOf = (state: CallState): string => JSON.stringify({ ...state, seconds: 0 });

/** Walks every call in a world whose clock stands still. */
function walkStill(walked: Walked, at: number): Outcome {
  const { flow } = walked;
  const bad = new Set<string>();
  const stuck = new Set<string>();
  for (const attributes of hosts(flow)) {
    const real = worldAt(walked.routing, { start: at, drills: walked.drills, attributes });
    const world: World = {
      ...real,
      calendarState: (calendar) => real.calendarState(calendar, at),
      staffing: {
        peopleAt: (queue, _, wanted) => walked.routing.staffing.peopleAt(queue, at, wanted),
      },
    };
    const states = new Map<
      string,
      { readonly state: CallState; readonly to: string[]; ends: boolean }
    >();
    const waiting: CallState[] = flow.script.entries.map(
      (_, entry) => startCall(flow, entry).state,
    );
    const first = waiting.map((state) => ({ ...state, seconds: 0 }));
    for (const state of first) states.set(keyOf(state), { state, to: [], ends: false });
    for (const { state, to } of states.values()) {
      const mine = states.get(keyOf(state));
      const lost = judgeQueue(walked, state, world);
      if (lost !== undefined) bad.add(lost);
      const { node: id } = state;
      const kind = id === undefined ? undefined : flow.graph.node(id).kind;
      const isQueue = kind === 'queue';
      for (const { action, share } of nextOf(flow, state, world)) {
        const made = { ...step(flow, state, action, { ...world, share }).state, seconds: 0 };
        if (made.ended !== undefined) {
          if (mine !== undefined) mine.ends = true;
          const why = isQueue ? undefined : judgeStep(flow, state, made);
          if (why !== undefined) bad.add(why);
          continue;
        }
        const key = keyOf(made);
        to.push(key);
        if (!states.has(key)) states.set(key, { state: made, to: [], ends: false });
      }
      if (isQueue && mine !== undefined) {
        const { action } = atQueue(
          flow,
          id as never,
          flow.graph.node(id as string).node as never,
          state,
          world,
        );
        if (action.do === 'answer' || action.do === 'abandon' || lost !== undefined)
          mine.ends = true;
      }
      if (state.ended !== undefined && mine !== undefined) mine.ends = true;
    }
    for (let grew = true; grew;) {
      grew = false;
      for (const one of states.values()) {
        if (one.ends || !one.to.some((key) => states.get(key)?.ends === true)) continue;
        one.ends = true;
        grew = true;
      }
    }
    for (const { state, ends } of states.values()) if (!ends) stuck.add(state.node ?? '');
  }
  return { bad, stuck };
}

/** All that can differ between two moments: the states of calendars, and who works. */
function signature({ routing, drills }: Walked, at: number, met?: MetNames): string {
  const world = worldAt(routing, { start: at, drills });
  const { directory, staffing } = routing;
  const calendars = met?.calendars ?? (Object.keys(directory.calendars) as CalendarId[]);
  const entries = met?.entries ?? [...directory.staffing.keys()];
  const works = (staffing as Partial<StaffingHours>).worksAt ?? (() => true);
  return [
    ...calendars.map((id) => world.calendarState(id, at)),
    ...entries.map((entry) => works(entry, at)),
  ].join();
}

/** Minutes of a stretch of time, each with the outcome of calls in it. */
export function stillOutcomes(
  walked: Walked,
): readonly { readonly at: number; readonly sign: string; readonly outcome: Outcome }[] {
  const known = new Map<string, Outcome>();
  const all = [];
  for (let at = walked.from; at < walked.to; at += minute) {
    const sign = signature(walked, at);
    const outcome = known.get(sign) ?? walkStill(walked, at);
    known.set(sign, outcome);
    all.push({ at, sign, outcome });
  }
  return all;
}

/** An action as late as it can be. */
function late(flow: CallFlow, state: CallState, action: Action): Action {
  const { node: id } = state;
  if (id === undefined) return action;
  const { node } = flow.graph.node(id);
  const said = hearingOf(flow, id, state).seconds;
  if (node.kind === 'menu' || node.kind === 'collect') {
    const after = said + retryPolicy(flow.script, node, 'noInput').wait;
    return action.do === 'silence' ? action : ({ ...action, after } as Action);
  }
  if (node.kind === 'transfer' && action.do === 'fail')
    return { ...action, after: said + (node.wait ?? 30) };
  if (node.kind === 'voicemail' && action.do === 'next')
    return { ...action, after: said + (node.maxLength ?? 180) };
  return action;
}

/**
 * How late callers can come to bad ends behind a change of the hours, in milliseconds, by end: every
 * node is once the last that a call comes to before the change, and from there on all is slow.
 */
function walkOver(walked: Walked, change: number, next: number): ReadonlyMap<string, number> {
  const { flow } = walked;
  const latest = new Map<string, number>();
  const offsets = new Set<number>();
  /** Depth first with the clock running; scripts have no rounds here. */
  const walk = (starts: number, visit: (state: CallState, world: World, came: number) => void) => {
    for (const attributes of hosts(flow)) {
      const world = worldAt(walked.routing, { start: starts, drills: walked.drills, attributes });
      const waiting = flow.script.entries.map((_, entry) => ({
        here: startCall(flow, entry).state,
        came: 0,
      }));
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { here, came } = next;
        visit(here, world, came);
        for (const { action, share } of nextOf(flow, here, world)) {
          const made = step(flow, here, late(flow, here, action), { ...world, share });
          const isNew = made.events.some(({ event }) => event === 'enter');
          waiting.push({ here: made.state, came: isNew ? made.state.seconds : came });
        }
      }
    }
  };
  // Offsets of all comings, in whatever world.
  for (const about of [change - 3_600_000, change])
    walk(about, ({ seconds, ended }) => {
      if (ended === undefined) offsets.add(seconds);
    });
  // One call comes to each node just before the change, another just before the next change.
  const starts = [...offsets].flatMap((offset) =>
    [change, next].map((moment) => moment - 1 - Math.round(offset * 1000)),
  );
  for (const start of starts.filter((moment) => moment < change)) {
    walk(start, (state, world, came) => {
      const lost = state.ended === undefined ? judgeQueue(walked, state, world) : undefined;
      if (lost !== undefined) tell(lost, momentIn(world, state.seconds));
      if (state.ended !== undefined) return;
      for (const { action, share } of nextOf(flow, state, world)) {
        const { kind } = flow.graph.node(state.node as string);
        const made = step(flow, state, late(flow, state, action), { ...world, share }).state;
        const why = kind === 'queue' ? undefined : judgeStep(flow, state, made);
        if (why !== undefined) tell(why, momentIn(world, came));
      }
    });
  }
  function tell(key: string, at: number): void {
    if (at >= change && at < next) latest.set(key, Math.max(latest.get(key) ?? 0, at - change + 1));
  }
  return latest;
}

/** Milliseconds in which callers can come too late, by end, for each change of the hours. */
export function lateOutcomes(
  walked: Walked,
  still: readonly { readonly at: number; readonly sign: string }[],
): ReadonlyMap<string, number> {
  // Hours that no caller of the script can meet change nothing, as the page about proofs defines it.
  const met = metNames(walked.flow, walked.routing.directory);
  const signs = new Map<string, string>();
  const minutes = still.map(({ at, sign }) => {
    const known = signs.get(sign) ?? signature(walked, at, met);
    signs.set(sign, known);
    return { at, sign: known };
  });
  const changes = minutes.filter(
    ({ sign }, index) => index > 0 && minutes[index - 1]?.sign !== sign,
  );
  const known = new Map<string, ReadonlyMap<string, number>>();
  const sums = new Map<string, number>();
  changes.forEach(({ at, sign }, index) => {
    const next = changes[index + 1]?.at ?? walked.to;
    const before = minutes[Math.round((at - walked.from) / minute) - 1]?.sign ?? '';
    const kind = `${before} ${sign}`;
    const waits = known.get(kind) ?? walkOver(walked, at, next);
    known.set(kind, waits);
    for (const [key, wait] of waits)
      sums.set(key, (sums.get(key) ?? 0) + Math.min(wait, next - at));
  });
  return sums;
}
