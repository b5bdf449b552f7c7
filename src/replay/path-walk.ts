import { isClosing, type CallEventName } from '../calls/call-event.ts';
import type { PathStep } from '../calls/variant.ts';
import type { FlowEdge, FlowNode } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import { comeTo, journeyBegins, meet, type Journey } from './journey.ts';
import { isPossible } from './possible-events.ts';
import type { Deviation } from './replay.ts';
import { causeEvents, type Cause, type Choice, type Ways } from './ways.ts';

/** One place where a path leaves the flow. */
export interface DeviationAt {
  readonly kind: Deviation['kind'];
  readonly node: string;
  readonly event: CallEventName;
  readonly value: string;
  /** Where the call came to, for a move. */
  readonly to: string | undefined;
  /** The position of the event in the path. */
  readonly step: number;
}

/** A path that is being walked on a flow: where it is, and what was met on its way. */
export interface PathWalk {
  readonly ways: Ways;
  readonly visits: NodeId[];
  readonly edges: FlowEdge[];
  readonly choices: Choice[];
  readonly noInputs: NodeId[];
  readonly noMatches: NodeId[];
  readonly deviations: DeviationAt[];
  journey: Journey;
  /** What the log says will make the call leave its node. */
  cause: Cause | undefined;
  /** The number that was dialled; empty where the log doesn't say. */
  number: string;
  /** The node that the log names and the flow hasn't, while the call is there. */
  unknown: string | undefined;
  /** The position of the step that is taken. */
  position: number;
}

/** A walk that hasn't begun. */
export const beginWalk = (ways: Ways): PathWalk => ({
  ways,
  visits: [],
  edges: [],
  choices: [],
  noInputs: [],
  noMatches: [],
  deviations: [],
  journey: journeyBegins,
  cause: undefined,
  number: '',
  unknown: undefined,
  position: 0,
});

/** Notes that a step doesn't fit the flow. */
export function deviate(
  walk: PathWalk,
  kind: Deviation['kind'],
  { event, value }: PathStep,
  to?: string,
): false {
  const node = walk.journey.here?.id ?? '';
  walk.deviations.push({ kind, node, event, value, to, step: walk.position });
  return false;
}

const causes: ReadonlySet<CallEventName> = new Set(causeEvents);
const isCause = (event: CallEventName): event is Cause['event'] => causes.has(event);

/** The log says that the call is at a node that the flow hasn't. */
function moveToUnknown(walk: PathWalk, step: PathStep): false {
  if (walk.unknown === step.node && step.event !== 'enter') return false;
  walk.unknown = step.node;
  walk.deviations.push({ kind: 'unknown-node', ...step, to: undefined, step: walk.position });
  return false;
}

/** Brings the call to the node of a step; says whether the flow allows it. */
function moveTo(walk: PathWalk, step: PathStep): boolean {
  const { ways, cause, visits, edges, choices } = walk;
  const node = ways.node(step.node);
  if (node === undefined) return moveToUnknown(walk, step);
  const from = walk.journey.here;
  const wasUnknown = walk.unknown !== undefined;
  walk.unknown = undefined;
  const way = from === undefined ? undefined : ways.between(from.id, cause, node.id);
  const isRetry =
    from?.id === node.id && (cause?.event === 'noinput' || cause?.event === 'nomatch');
  const fits =
    from === undefined
      ? !wasUnknown && ways.canBegin(walk.number, node.id)
      : way !== undefined || (isRetry && !wasUnknown);
  // A foreign node on the way is told once, not again where the call comes back from it.
  if (!fits && !wasUnknown) {
    if (from === undefined) deviate(walk, 'unknown-start', step, node.id);
    else deviate(walk, 'no-such-move', { ...step, ...cause }, node.id);
  }
  const first = way?.[0];
  if (first?.option !== undefined && (cause?.value ?? '') === '') {
    const choice = ways.choiceBy(first, cause);
    if (choice !== undefined) choices.push(choice);
  }
  for (const edge of way ?? []) {
    edges.push(edge);
    if (edge.to !== node.id) visits.push(edge.to);
  }
  visits.push(node.id);
  walk.journey = comeTo(walk.journey, node, way);
  walk.cause = undefined;
  return fits;
}

/** Whether what was entered can be chosen here; what isn't known is told by the `nomatch` behind it. */
function isOffered(
  ways: Ways,
  node: FlowNode,
  { event, value }: PathStep,
  next: PathStep | undefined,
): boolean {
  return (
    event !== 'input' || value === '' || next?.event === 'nomatch' || ways.offers(node.id, value)
  );
}

/** Lets an event happen where the call is; says whether it can. */
function happen(walk: PathWalk, step: PathStep, next: PathStep | undefined): boolean {
  const { event, value } = step;
  const { ways, journey } = walk;
  const node = journey.here;
  if (walk.unknown !== undefined) return false;
  if (node === undefined) {
    return (
      event === 'hangup' || event === 'disconnect' || deviate(walk, 'event-not-possible', step)
    );
  }
  if (event === 'noinput') walk.noInputs.push(node.id);
  if (event === 'nomatch') walk.noMatches.push(node.id);
  const isFitting = isPossible(node.kind, event) && isOffered(ways, node, step, next);
  if (!isFitting) deviate(walk, 'event-not-possible', step);
  else if (event === 'input' && next?.event !== 'nomatch') {
    const choice = ways.choice(node.id, value);
    if (choice !== undefined) walk.choices.push(choice);
  }
  if (isFitting || isClosing(event)) walk.journey = meet(journey, event);
  if (isCause(event)) walk.cause = isFitting ? { event, value } : undefined;
  return isFitting;
}

/**
 * Takes a step of the path; says whether the flow allows it. One that it doesn't is noted, and the walk
 * goes on where the log says the call is.
 */
export function takeStep(walk: PathWalk, step: PathStep, next: PathStep | undefined): boolean {
  const { event, node, value } = step;
  if (event === 'start') {
    walk.number = value;
    if (walk.position > 0) return deviate(walk, 'event-not-possible', step);
    return walk.ways.hasNumber(value) ? true : deviate(walk, 'unknown-start', step);
  }
  const isElsewhere = node !== '' && node !== (walk.unknown ?? walk.journey.here?.id);
  // An event at a node that the call hasn't come to: its `enter` is missing in the log.
  const arrives = event === 'enter' || isElsewhere || (node !== '' && node === walk.unknown);
  const arrived = !arrives || moveTo(walk, step);
  return event === 'enter' ? arrived : happen(walk, step, next) && arrived;
}
