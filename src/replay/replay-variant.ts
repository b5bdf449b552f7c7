import { isClosing, type CallEventName } from '../calls/call-event.ts';
import type { PathStep } from '../calls/variant.ts';
import type { FlowEdge, FlowNode } from '../flow/call-flow.ts';
import type { NodeId } from '../script/names.ts';
import { comeTo, endingOf, journeyBegins, meet, type Ending } from './journey.ts';
import { isPossible } from './possible-events.ts';
import type { Deviation } from './replay.ts';
import type { Cause, Choice, Ways } from './ways.ts';

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

/** What one path does on a flow. */
export interface VariantReplay extends Ending {
  /** Events that count as moves, and those of them that the flow allows. */
  readonly moves: number;
  readonly fitting: number;
  /** Every coming to a node, in order. */
  readonly visits: readonly NodeId[];
  /** Every way taken, in order. */
  readonly edges: readonly FlowEdge[];
  /** Every option chosen, in order: by a key that the log names, else by the way that was taken. */
  readonly choices: readonly Choice[];
  /** The node of every `noinput` and every `nomatch`. */
  readonly noInputs: readonly NodeId[];
  readonly noMatches: readonly NodeId[];
  /** Where the call was last; nothing before its first node and at a node the flow hasn't. */
  readonly lastNode: NodeId | undefined;
  readonly deviations: readonly DeviationAt[];
}

const causes: ReadonlySet<CallEventName> = new Set<Cause['event']>([
  'input',
  'noinput',
  'nomatch',
  'success',
  'failure',
  'queue',
]);
const isCause = (event: CallEventName): event is Cause['event'] => causes.has(event);

/** What may stand behind the end of a call: the conversation that follows ends, too. */
const afterwards: ReadonlySet<CallEventName> = new Set(['hangup', 'disconnect', 'end']);

/** What people do with a call that they have answered: no moves of the menu, but transfers. */
const passedOn: ReadonlySet<CallEventName> = new Set(['queue', 'answer', 'transfer', 'abandon']);

/**
 * Walks one path on the flow, event by event. An event that doesn't fit is noted, and the walk goes
 * on where the log says the call is; so every path ends, with exactly one outcome. `onMove` is told
 * every move: where the call was, and whether the flow allows it.
 */
export function replayVariant(
  ways: Ways,
  steps: readonly PathStep[],
  onMove?: (at: NodeId | undefined, fits: boolean) => void,
): VariantReplay {
  const visits: NodeId[] = [];
  const edges: FlowEdge[] = [];
  const choices: Choice[] = [];
  const noInputs: NodeId[] = [];
  const noMatches: NodeId[] = [];
  const deviations: DeviationAt[] = [];
  let journey = journeyBegins;
  let cause: Cause | undefined;
  let number = '';
  /** The node that the log names and the flow hasn't, while the call is there. */
  let unknown: string | undefined;
  let moves = 0;
  let fitting = 0;
  let closing: CallEventName | undefined;
  let position = 0;

  const deviate = (kind: Deviation['kind'], { event, value }: PathStep, to?: string): false => {
    deviations.push({ kind, node: journey.here?.id ?? '', event, value, to, step: position });
    return false;
  };
  const choose = (choice: Choice | undefined): void => {
    if (choice !== undefined) choices.push(choice);
  };

  /** Brings the call to the node of a step; says whether the flow allows it. */
  const moveTo = (step: PathStep): boolean => {
    const node = ways.node(step.node);
    if (node === undefined) {
      if (unknown === step.node && step.event !== 'enter') return false;
      unknown = step.node;
      deviations.push({ kind: 'unknown-node', ...step, to: undefined, step: position });
      return false;
    }
    const from = journey.here;
    const wasUnknown = unknown !== undefined;
    unknown = undefined;
    const way = from === undefined ? undefined : ways.between(from.id, cause, node.id);
    const isRetry =
      from?.id === node.id && (cause?.event === 'noinput' || cause?.event === 'nomatch');
    const fits =
      from === undefined
        ? !wasUnknown && ways.canBegin(number, node.id)
        : way !== undefined || (isRetry && !wasUnknown);
    // A foreign node on the way is told once, not again where the call comes back from it.
    if (!fits && !wasUnknown) {
      if (from === undefined) deviate('unknown-start', step, node.id);
      else deviate('no-such-move', { ...step, ...cause }, node.id);
    }
    const first = way?.[0];
    if (first?.option !== undefined && (cause?.value ?? '') === '')
      choose(ways.choiceBy(first, cause));
    for (const edge of way ?? []) {
      edges.push(edge);
      if (edge.to !== node.id) visits.push(edge.to);
    }
    visits.push(node.id);
    journey = comeTo(journey, node, way);
    cause = undefined;
    return fits;
  };

  const isOffered = (node: FlowNode, { event, value }: PathStep, next?: PathStep): boolean =>
    event !== 'input' || value === '' || next?.event === 'nomatch' || ways.offers(node.id, value);

  /** Lets an event happen where the call is; says whether it can. */
  const happen = (step: PathStep, next: PathStep | undefined): boolean => {
    const { event, value } = step;
    const node = journey.here;
    if (unknown !== undefined) return false;
    if (node === undefined) {
      return event === 'hangup' || event === 'disconnect' || deviate('event-not-possible', step);
    }
    if (event === 'noinput') noInputs.push(node.id);
    if (event === 'nomatch') noMatches.push(node.id);
    const isFitting = isPossible(node.kind, event) && isOffered(node, step, next);
    if (!isFitting) deviate('event-not-possible', step);
    else if (event === 'input' && next?.event !== 'nomatch') choose(ways.choice(node.id, value));
    if (isFitting || isClosing(event)) journey = meet(journey, event);
    if (isCause(event)) cause = isFitting ? { event, value } : undefined;
    return isFitting;
  };

  const play = (step: PathStep): boolean => {
    const { event, node, value } = step;
    if (event === 'start') {
      number = value;
      if (position > 0) return deviate('event-not-possible', step);
      return ways.hasNumber(value) ? true : deviate('unknown-start', step);
    }
    const isElsewhere = node !== '' && node !== (unknown ?? journey.here?.id);
    // An event at a node that the call hasn't come to: its `enter` is missing in the log.
    const arrives = event === 'enter' || isElsewhere || (node !== '' && node === unknown);
    const arrived = !arrives || moveTo(step);
    return event === 'enter' ? arrived : happen(step, steps[position + 1]) && arrived;
  };

  for (const step of steps) {
    if (closing !== undefined) {
      if (!afterwards.has(step.event) && !(closing === 'answer' && passedOn.has(step.event))) {
        moves += 1;
        deviate('event-not-possible', step);
        onMove?.(journey.here?.id, false);
        break;
      }
      position += 1;
      continue;
    }
    if (step.event !== 'end') {
      const at = journey.here?.id;
      moves += 1;
      const fits = play(step);
      if (fits) fitting += 1;
      onMove?.(at, fits);
    }
    // An outside number may give the call back: then the transfer was not its end.
    const next = steps[position + 1];
    const comesBack =
      step.event === 'transfer' && next?.event === 'enter' && journey.here?.kind === 'transfer';
    if (isClosing(step.event) && !comesBack) closing = step.event;
    position += 1;
  }

  const lastNode = unknown === undefined ? journey.here?.id : undefined;
  const { outcome, turnedAway } = endingOf(journey, closing);
  // Written out: a spread for every path was measured to cost more.
  return {
    outcome,
    turnedAway,
    moves,
    fitting,
    visits,
    edges,
    choices,
    noInputs,
    noMatches,
    lastNode,
    deviations,
  };
}
