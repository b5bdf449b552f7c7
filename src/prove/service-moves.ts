import { listedNumber, numberName, taskName } from '../routing/drill-names.ts';
import { isImported } from '../script/is-imported.ts';
import { isUnknown } from '../script/values.ts';
import type { Action } from '../walk/action.ts';
import { hearingOf } from '../walk/hearing.ts';
import { otherValue } from './asked-names.ts';
import { badly, byItself } from './badly.ts';
import { common, isEmpty, without, type Bits } from './bits.ts';
import type { GoodEnd, Move, Seconds } from './move.ts';
import type { Reason } from './reason.ts';
import type { At, Here } from './routes.ts';
import { atOnce, saidThen, supposedSeconds } from './step-seconds.ts';
import { take } from './take.ts';

const next: Action = { do: 'next' };
const succeed: Action = { do: 'succeed' };
const fail: Action = { do: 'fail' };

const takes = ({ routes, spot }: Here, least: number, most = least): Seconds =>
  saidThen(routes.flow, spot.node, spot.language, least, most);

/** Whether a caller hears anything at a node: an empty text says nothing. */
const isHeard = ({ routes, spot }: Here): boolean =>
  hearingOf(routes.flow, spot.node, { language: spot.language, retry: undefined }).seconds > 0;

const well = ({ spot }: Here, by: GoodEnd['by'], queue?: GoodEnd['queue']): GoodEnd => ({
  ends: 'well',
  by,
  node: spot.node,
  queue,
});

/** A failure takes its way; where the script has none, the call is cut off for this reason. */
function failing(
  at: At<'task'> | At<'transfer'> | At<'callback'>,
  reason: Reason,
  seconds: Seconds,
  number?: string,
): Move {
  const { spot } = take(at, fail, { told: false });
  const triggers = at.flowNode.exits.map(({ trigger }) => trigger);
  const hasWay = triggers.includes('failure') || triggers.includes('error');
  const about = number === undefined ? {} : { number };
  const to =
    spot ??
    (hasWay
      ? badly(at, 'nowhere', about)
      : badly(at, reason, { ...about, sure: !isImported(at.node) }));
  return byItself(to, [fail], seconds);
}

export function announcementMoves(at: At<'announcement'>): readonly Move[] {
  const { spot } = take(at, next, isHeard(at) ? { told: true } : {});
  return [byItself(spot ?? badly(at, 'nowhere'), [next], takes(at, 0))];
}

/** The words that a task can find, as far as some branch asks for them. */
function findings({ node, routes }: At<'task'>): readonly Action[] {
  if (isUnknown(node.task)) return [succeed];
  const words = routes.asked.values.get(node.task);
  if (words === undefined) return [succeed];
  const found = words.filter((word) => word !== 'failure' && word !== otherValue);
  // A task that says no more than that it succeeded goes the way of other values, if there is one.
  const plain = found.includes('success') || words.includes(otherValue) || found.length === 0;
  return [
    ...(plain ? [succeed] : []),
    ...found
      .filter((word) => word !== 'success')
      .map((result): Action => ({ do: 'succeed', result })),
  ];
}

export function taskMoves(at: At<'task'>): readonly Move[] {
  const { node, routes, flowNode } = at;
  const name = taskName(flowNode.id, node);
  const seconds = takes(at, node.duration ?? 0, node.duration ?? supposedSeconds.task);
  const down = routes.drills.some((drill) => drill.kind === 'task' && drill.task === name);
  const told = isHeard(at) ? { told: true } : {};
  const found = down ? [] : findings(at);
  return [
    ...found.map((action) =>
      byItself(take(at, action, told).spot ?? badly(at, 'nowhere'), [action], seconds),
    ),
    failing(at, 'task-failure-cut-off', seconds),
  ];
}

/** In which worlds an outside number takes no calls, by its calendar in the directory. */
function closedWorlds({ node, routes }: At<'transfer'>): Bits | undefined {
  const { directory, conditions } = routes;
  const listed = listedNumber(directory, node);
  const calendar = listed === undefined ? undefined : directory?.numbers[listed]?.calendar;
  const worlds = calendar === undefined ? undefined : conditions.calendar(calendar);
  if (worlds === undefined) return undefined;
  const closed = without(conditions.everywhere, worlds.get('open') ?? new Uint32Array(0));
  return isEmpty(closed) ? undefined : closed;
}

export function transferMoves(at: At<'transfer'>): readonly Move[] {
  const { node, routes, flowNode, spot } = at;
  const { directory, conditions, drills, longestCall } = routes;
  const name = numberName(directory, flowNode.id, node);
  if (isUnknown(node.number)) routes.note({ kind: 'number', name: node.number.unknown });
  else if (listedNumber(directory, node) === undefined)
    routes.note({ kind: 'number', name: flowNode.id });
  const ringing = takes(at, 0, node.wait ?? supposedSeconds.ring);
  const reached = take(at, succeed, { told: true });
  const talked = node.to === undefined ? atOnce : takes(at, 0, longestCall);
  const to =
    reached.spot ??
    (reached.ended?.event === 'transfer' ? well(at, 'number') : badly(at, 'nowhere'));
  const down = drills.some((drill) => drill.kind === 'number' && drill.number === name);
  const failure = failing(at, 'transfer-failure-cut-off', ringing, name);
  if (down) return [failure];
  const closed = closedWorlds(at);
  if (closed === undefined) return [byItself(to, [succeed], talked), failure];
  const open = without(conditions.everywhere, closed);
  const shut = failing(at, 'number-closed', ringing, name);
  return [
    ...(isEmpty(open)
      ? []
      : [
          { ...byItself(to, [succeed], talked), when: open },
          { ...failure, when: open },
        ]),
    { ...shut, when: common(closed, conditions.everywhere) },
  ].filter((move) => move.to !== spot);
}

export function callbackMoves(at: At<'callback'>): readonly Move[] {
  const { node } = at;
  const booking = takes(at, 0, supposedSeconds.booking);
  const booked = take(at, succeed, { told: true });
  const queue = isUnknown(node.queue) ? undefined : node.queue;
  const isBooked = booked.ended?.why === 'goodbye';
  const to = booked.spot ?? (isBooked ? well(at, 'callback', queue) : badly(at, 'nowhere'));
  return [byItself(to, [succeed], booking), failing(at, 'callback-failure-cut-off', booking)];
}

export function voicemailMoves(at: At<'voicemail'>): readonly Move[] {
  const { spot, ended } = take(at, next, { told: true });
  const to = spot ?? (ended?.why === 'goodbye' ? well(at, 'voicemail') : badly(at, 'nowhere'));
  return [byItself(to, [next], takes(at, 0, at.node.maxLength ?? supposedSeconds.message))];
}

/** What the other script does is not looked at: the call may come back from it, or stay there. */
export function subflowMoves(at: At<'subflow'>): readonly Move[] {
  const { node, routes } = at;
  const name = isUnknown(node.script) ? node.script.unknown : node.script;
  routes.note({ kind: 'subflow', name });
  const { spot, ended } = take(at, next, { told: true });
  const stays = ended?.why === 'beyond-script';
  const to = spot ?? (stays ? well(at, 'beyond-script') : badly(at, 'nowhere'));
  return [byItself(to, [next], takes(at, 0, routes.longestCall))];
}

/** Any way out may be taken, and nobody knows when. */
export function opaqueMoves(at: At<'opaque'>): readonly Move[] {
  const { node, routes, flowNode } = at;
  routes.note({ kind: 'opaque', name: flowNode.id });
  const seconds = { least: 0, most: routes.longestCall };
  const actions: readonly Action[] =
    node.exits.length === 0 ? [next] : node.exits.map((_, index) => ({ do: 'exit', index }));
  return actions.map((action) => {
    const { spot, ended } = take(at, action, { told: true, sure: false });
    const stays = ended?.why === 'beyond-script';
    const lost = badly(at, 'nowhere', { sure: false });
    return byItself(spot ?? (stays ? well(at, 'beyond-script') : lost), [action], seconds);
  });
}

export function hangupMoves(at: At<'hangup'>): readonly Move[] {
  const { node, routes, spot } = at;
  const meant = isHeard(at) || spot.told || !routes.asked.endsSilently;
  const to = meant ? well(at, 'hangup') : badly(at, 'silent-end', { sure: !isImported(node) });
  return [byItself(to, [next], takes(at, 0))];
}
