import type { CallFlow } from '../../src/flow/call-flow.ts';
import { buildCallFlow } from '../../src/flow/build-call-flow.ts';
import { promptText } from '../../src/prompt/prompt-text.ts';
import type { Script, ScriptNode } from '../../src/script/script.ts';
import { isUnknown, type Prompt, type Unknown } from '../../src/script/values.ts';
import type { Action } from '../../src/walk/action.ts';
import { awaits } from '../../src/walk/awaits.ts';
import type { CallState, Step } from '../../src/walk/call-state.ts';
import { hearingOf } from '../../src/walk/hearing.ts';
import { startCall } from '../../src/walk/start-call.ts';
import { step } from '../../src/walk/step.ts';
import { alwaysOpen, type World } from '../../src/walk/world.ts';
import type { Draw } from './draws.ts';

/** How two scripts are compared. */
export interface SameBehaviourOptions {
  /** Decides what callers and systems do, and so which call is walked. */
  readonly draw: Draw;
  /** Both calls meet the same world; everything is open where none is given. */
  readonly world?: World;
  /** How often somebody acts before the comparison ends; 25 where nothing is said. */
  readonly mostActs?: number;
  /** `ignored` where the format can't carry the words; they are compared where nothing is said. */
  readonly words?: 'compared' | 'ignored';
  /** True for a node that does nothing a caller notices, as imports make of settings. */
  readonly isSilent?: (node: ScriptNode) => boolean;
}

/** Where a call has come to: what it waits for there, in words that don't depend on node ids. */
interface Stop {
  readonly state: CallState;
  /** What is done or asked, with whom: `queue sales`, `menu`, `ended disconnect`. */
  readonly what: string;
  /** What was said on the way here and here. */
  readonly said: string;
  /** What can happen now. */
  readonly actions: readonly Action[];
}

interface Call {
  readonly flow: CallFlow;
  readonly world: World;
  readonly isSilent: (node: ScriptNode) => boolean;
}

/** A call that moves so often without anybody acting never stops. */
const mostSilentMoves = 300;

const nameOf = (value: string | Unknown | undefined): string =>
  value === undefined || isUnknown(value) ? 'unknown' : value;

/** Kinds that are gone through without anybody deciding anything. */
const passing = new Set<ScriptNode['kind']>(['announcement', 'branch', 'hangup']);

function whatAt(node: ScriptNode): string {
  switch (node.kind) {
    case 'task':
      return `task ${nameOf(node.task)}`;
    case 'queue':
      return `queue ${nameOf(node.queue)}`;
    case 'callback':
      return `callback ${nameOf(node.queue)}`;
    case 'transfer':
      return `transfer ${nameOf(node.number)}`;
    case 'subflow':
      return `subflow ${nameOf(node.script)}`;
    case 'opaque':
      return `opaque ${node.type}`;
    default:
      return node.kind;
  }
}

/** A prompt without what the way of writing it leaves open: blanks, and who says it. */
function wordsOf(prompt: Prompt, state: CallState, { flow }: Call): string {
  const { recording } = prompt;
  const text = promptText(prompt, state.language, flow.script.language);
  const file = typeof recording === 'string' ? recording : recording?.[state.language];
  return (text ?? file ?? prompt.unknown ?? '').replace(/\s+/g, ' ').trim();
}

function saidAt(call: Call, state: CallState): string {
  if (state.node === undefined) return '';
  const { parts } = hearingOf(call.flow, state.node, state);
  const words = parts.map(({ prompt }) => wordsOf(prompt, state, call));
  return words.filter((word) => word !== '').join(' ');
}

/** What happens without anybody deciding it; nothing where somebody must act. */
function byItself(call: Call, node: ScriptNode, state: CallState): Action | undefined {
  if (passing.has(node.kind)) return { do: 'next' };
  if (node.kind === 'task' && call.isSilent(node)) return { do: 'succeed' };
  if (call.isSilent(node)) return { do: 'next' };
  if (node.kind !== 'queue') return undefined;
  const here = awaits(call.flow, state, call.world).actions;
  return here.find(({ do: deed }) => deed === 'closed');
}

/** A system that hangs up says goodbye or not; the caller hears only that the line is dead. */
function endOf({ ended }: CallState): string {
  return `ended ${ended?.event ?? 'nowhere'}`;
}

/** Follows a call until somebody must act, or it has ended. */
function follow(call: Call, begun: Step): Stop {
  let { state } = begun;
  const said: string[] = [];
  const listen = () => {
    const words = saidAt(call, state);
    if (words !== '') said.push(words);
  };
  for (let moves = 0; moves < mostSilentMoves; moves += 1) {
    const heard = () => said.join(' ');
    if (state.ended !== undefined || state.node === undefined) {
      return { state, what: endOf(state), said: heard(), actions: [] };
    }
    const { node } = call.flow.graph.node(state.node);
    listen();
    const deed = byItself(call, node, state);
    if (deed === undefined) {
      const actions = awaits(call.flow, state, call.world).actions;
      return { state, what: whatAt(node), said: heard(), actions };
    }
    ({ state } = step(call.flow, state, deed, call.world));
  }
  return { state, what: 'round and round', said: '', actions: [] };
}

/** What can happen in either call, each once, in a fixed order. */
function deedsOf(stops: readonly Stop[]): readonly Action[] {
  const deeds = new Map<string, Action>();
  for (const action of stops.flatMap(({ actions }) => actions)) {
    // Going is the same everywhere, and ends every comparison.
    if (action.do !== 'hangup') deeds.set(JSON.stringify(action), action);
  }
  return [...deeds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, action]) => action);
}

/** A queue that sends nobody on is full instead: what then happens must be the same. */
function deedAt({ what, actions }: Stop, deed: Action): Action {
  const isOverflow = deed.do === 'overflow' && what.startsWith('queue');
  return isOverflow && !actions.some((one) => one.do === 'overflow') ? { do: 'full' } : deed;
}

/** Settings and look-ups that only one of two scripts has are taken to be part of its writing. */
function silentBeside(other: Script): (node: ScriptNode) => boolean {
  const tasks = new Set(
    Object.values(other.nodes).flatMap((node) => (node.kind === 'task' ? [node.task] : [])),
  );
  return (node) => node.kind === 'task' && node.selfService === false && !tasks.has(node.task);
}

/**
 * Walks one call through two scripts at once, with the same keys, silences, results and hours, and
 * tells the first difference that its caller notices: what is said, what is asked, which queue,
 * number, task or other script the call comes to, how it ends. Nothing where there is none. Node ids,
 * and nodes that only lead on, don't count: an export may need three blocks for one menu.
 */
export function differenceBetween(
  one: Script,
  other: Script,
  { draw, world = alwaysOpen, mostActs = 25, words = 'compared', isSilent }: SameBehaviourOptions,
): string | undefined {
  const calls = [one, other].map((script, index) => ({
    flow: buildCallFlow(script),
    world,
    isSilent: isSilent ?? silentBeside(index === 0 ? other : one),
  })) as [Call, Call];
  const [first, second] = calls;
  let here = follow(first, startCall(first.flow));
  let there = follow(second, startCall(second.flow));
  const done: string[] = [];
  for (let acts = 0; acts <= mostActs; acts += 1) {
    const after = done.length === 0 ? 'At the start' : `After ${done.join(', ')}`;
    if (here.what !== there.what) return `${after}: ${here.what}, but ${there.what}`;
    if (words === 'compared' && here.said !== there.said) {
      return `${after} at ${here.what}: "${here.said}", but "${there.said}"`;
    }
    const deeds = deedsOf([here, there]);
    const deed = deeds[draw() % Math.max(1, deeds.length)];
    if (deed === undefined) return undefined;
    done.push(JSON.stringify(deed));
    here = follow(first, step(first.flow, here.state, deedAt(here, deed), world));
    there = follow(second, step(second.flow, there.state, deedAt(there, deed), world));
  }
  return undefined;
}
