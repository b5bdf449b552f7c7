import type { CallEventName } from '../calls/call-event.ts';
import type { FlowEdge, FlowNode } from '../flow/call-flow.ts';
import type { Outcome } from './outcome.ts';

/** What the outcome of a call depends on, gathered on its way. */
export interface Journey {
  readonly here: FlowNode | undefined;
  /** A self-service task has succeeded. */
  readonly succeeded: boolean;
  /** A message was left, or a callback booked. */
  readonly messaged: boolean;
  /** An option with the role `agent` was chosen. */
  readonly askedForAgent: boolean;
  /** An outside number has taken the call. */
  readonly reached: boolean;
  /** The last thing that counted was silence or an entry that the menu doesn't know. */
  readonly unheard: boolean;
  /**
   * What has come since the last choice: nothing but the choice, an announcement it led to, or
   * something else (no choice, or the system has decided meanwhile).
   */
  readonly since: 'choice' | 'announcement' | 'else';
}

export const journeyBegins: Journey = {
  here: undefined,
  succeeded: false,
  messaged: false,
  askedForAgent: false,
  reached: false,
  unheard: false,
  since: 'else',
};

/** What coming to a node changes; `way` is the edges that led here, where they are known. */
export function comeTo(
  journey: Journey,
  node: FlowNode,
  way: readonly FlowEdge[] | undefined,
): Journey {
  const first = way?.[0];
  const isDirect = way?.length === 1;
  const option = first?.option === undefined ? undefined : chosenOption(journey.here, first.option);
  const isPassing =
    node.kind === 'announcement' || node.kind === 'branch' || node.kind === 'hangup';
  const left = journey.here?.kind;
  const failed = first?.trigger === 'failure' || first?.trigger === 'error';
  const messageIsIn = left === 'callback' && first?.trigger === 'next';
  // A log that doesn't tell results still tells them where success and failure part.
  const from = journey.here?.node;
  const partsHere = from?.kind === 'task' && from.success !== from.failure;
  const done = first?.trigger === 'success' && partsHere && isSelfService(journey.here);
  return {
    // Written out: this is the innermost step of replay, where a spread was measured to cost more.
    here: node,
    succeeded: journey.succeeded || done,
    askedForAgent: journey.askedForAgent || option?.role === 'agent',
    messaged:
      node.kind === 'voicemail' ||
      messageIsIn ||
      (journey.messaged && !(left === 'voicemail' && failed)),
    reached: journey.reached,
    unheard: journey.unheard && isPassing,
    since: isDirect ? sinceChoice(journey, node, first) : 'else',
  };
}

/** A task that gives callers what they called for, as far as the script tells. */
function isSelfService(node: FlowNode | undefined): boolean {
  return node?.node.kind === 'task' && node.node.selfService !== false;
}

function chosenOption(node: FlowNode | undefined, index: number) {
  return node?.node.kind === 'menu' ? node.node.options[index] : undefined;
}

function sinceChoice(
  journey: Journey,
  { node }: FlowNode,
  edge: FlowEdge | undefined,
): Journey['since'] {
  const isChoice = edge?.option !== undefined && edge.does === undefined;
  const before = isChoice ? 'choice' : edge?.trigger === 'next' ? journey.since : 'else';
  if (node.kind === 'hangup') return before;
  if (node.kind !== 'announcement' || before === 'else') return 'else';
  // A farewell tells callers nothing they have asked for.
  return node.tags?.includes('closing') === true ? before : 'announcement';
}

/** What an event at the node where the call is changes. */
export function meet(journey: Journey, event: CallEventName): Journey {
  const node = journey.here?.node;
  switch (event) {
    // Most events change nothing; the journey that was is then the journey that is.
    case 'noinput':
    case 'nomatch':
      return journey.unheard ? journey : { ...journey, unheard: true };
    case 'input':
    case 'queue':
      return journey.unheard ? { ...journey, unheard: false } : journey;
    case 'success':
      return {
        ...journey,
        unheard: false,
        succeeded: journey.succeeded || isSelfService(journey.here),
        messaged: journey.messaged || node?.kind === 'callback',
        reached: journey.reached || node?.kind === 'transfer',
      };
    case 'failure':
      return journey.messaged && node?.kind === 'voicemail'
        ? { ...journey, messaged: false }
        : journey;
    case 'transfer':
      return { ...journey, reached: true };
    case 'start':
    case 'enter':
    case 'answer':
    case 'abandon':
    case 'hangup':
    case 'disconnect':
    case 'end':
      return journey;
  }
}

/** The outcome, and whether a failed call was turned away by design. */
export interface Ending {
  readonly outcome: Outcome;
  readonly turnedAway: boolean;
}

/** A call that is at a `hangup` node of the script when it ends. */
function plannedEnding({ unheard, since }: Journey): Ending {
  if (unheard) return { outcome: 'timed-out', turnedAway: false };
  // Told what they asked for, or chose to end the call; else the menu had nothing for them.
  if (since === 'announcement') return { outcome: 'self-served', turnedAway: false };
  if (since === 'choice') return { outcome: 'hung-up', turnedAway: false };
  return { outcome: 'failed', turnedAway: true };
}

/** How a call ended: exactly one outcome. `closing` is its first closing event, if it has one. */
export function endingOf(journey: Journey, closing: CallEventName | undefined): Ending {
  const as = (outcome: Outcome): Ending => ({ outcome, turnedAway: false });
  const person = as(journey.askedForAgent ? 'opted-out' : 'routed');
  const kind = journey.here?.kind;
  const isWaiting = kind === 'queue' || kind === 'transfer';
  if (closing === undefined) return as('unfinished');
  if (closing === 'answer' || closing === 'transfer') return person;
  if (closing === 'abandon') return as('queue-abandoned');
  if (journey.reached) return person;
  if (isWaiting) {
    if (closing === 'end') return person;
    return as(closing === 'hangup' ? 'queue-abandoned' : 'failed');
  }
  if (journey.messaged) return as('messaged');
  if (journey.succeeded) return as('self-served');
  if (kind === 'hangup') return plannedEnding(journey);
  if (closing === 'end') return as('unfinished');
  if (closing === 'hangup') return as('hung-up');
  return as(journey.unheard ? 'timed-out' : 'failed');
}
