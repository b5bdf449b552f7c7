import { isUnknown } from '../script/values.ts';
import type { Action } from '../walk/action.ts';
import { badly, byItself } from './badly.ts';
import { common, isEmpty, without, type Bits } from './bits.ts';
import { hasLoop, type ChainWait, type QueueWord } from './conditions.ts';
import { queueOf } from './met-names.ts';
import type { BadEnd, Move, Seconds } from './move.ts';
import type { Reason } from './reason.ts';
import type { At } from './routes.ts';
import { atOnce, saidThen } from './step-seconds.ts';
import { take } from './take.ts';

type AtQueue = At<'queue'>;

/** What happens to callers in a queue that is in such a state, when nobody else answers them. */
const deedFor = {
  open: { do: 'overflow' },
  nobody: { do: 'overflow' },
  'no-language': { do: 'overflow' },
  'no-skill': { do: 'overflow' },
  foreign: { do: 'overflow' },
  closed: { do: 'closed' },
  holiday: { do: 'closed' },
  emergency: { do: 'closed' },
  full: { do: 'full' },
  'no-capacity': { do: 'full' },
  missing: { do: 'error' },
} as const satisfies Record<QueueWord, Action>;

const reasonFor = {
  open: 'nowhere',
  closed: 'queue-closed',
  holiday: 'queue-closed',
  emergency: 'queue-closed',
  full: 'queue-full',
  'no-capacity': 'no-capacity',
  missing: 'queue-missing',
  nobody: 'dead-wait',
  'no-language': 'wrong-language',
  foreign: 'wrong-language',
  'no-skill': 'wrong-skill',
} as const satisfies Record<QueueWord, Reason>;

/** What is wrong with a queue that nobody else helps out. */
function fault(
  { routes, spot, node }: AtQueue,
  word: QueueWord,
): Partial<BadEnd> & { why: Reason } {
  const { queue } = node;
  // Nothing is wrong with a queue that is open: only callers who wait too long are led on.
  if (isUnknown(queue) || word === 'open') return { why: reasonFor[word] };
  const language = word === 'no-language' || word === 'foreign' || word === 'no-skill';
  const about = { queue, ...(language ? { language: spot.language } : {}) };
  const waits = deedFor[word].do === 'overflow';
  if (waits && (queueOf(routes.directory, queue)?.overflow ?? []).length > 0) {
    const why = hasLoop(routes.directory, queue) ? 'overflow-loop' : 'overflow-nowhere';
    return { ...about, why };
  }
  if (word === 'nobody' && !routes.everStaffed(queue)) return { ...about, why: 'queue-unstaffed' };
  return { ...about, why: reasonFor[word] };
}

function howLong(at: AtQueue, action: Action): Seconds {
  const { routes, spot, node } = at;
  const shut = action.do === 'closed' && node.closed === undefined && node.overflow !== undefined;
  if (action.do !== 'overflow' && !shut) return atOnce;
  return saidThen(routes.flow, spot.node, spot.language, node.overflow?.after ?? 0);
}

/** The way that the script has for callers whom nobody answers; a bad end where it has none. */
function onward(at: AtQueue, word: QueueWord, when: Bits): Move {
  const action = deedFor[word];
  const offer = at.node.announce?.offer;
  const { why, ...about } = fault(at, word);
  const cutOff = badly(at, why, about);
  const common = { when, actions: [action], effort: 0 };
  if (action.do === 'overflow' && at.node.overflow === undefined) {
    // Who is offered a callback or to leave a message needn't wait for somebody.
    const helps = offer === 'callback' || offer === 'voicemail';
    const queue = isUnknown(at.node.queue) ? undefined : at.node.queue;
    const to = helps ? ({ ends: 'well', by: offer, node: at.spot.node, queue } as const) : cutOff;
    return { ...common, actions: [{ do: 'abandon' }], seconds: atOnce, to };
  }
  const { spot } = take(at, action, { told: false });
  const leads = action.do === 'overflow' || (action.do === 'closed' && at.node.closed);
  const lost = leads ? (action.do === 'overflow' ? 'overflow-nowhere' : 'nowhere') : why;
  return { ...common, seconds: howLong(at, action), to: spot ?? badly(at, lost, about) };
}

/** How callers wait for the overflow chain until the script leads them on. */
function patience({ node }: AtQueue, word: QueueWord): ChainWait {
  const isIn = deedFor[word].do !== 'full';
  const { after = 0 } = node.overflow ?? { after: Infinity };
  return { within: isIn || node.overflow === undefined ? after : 0, isIn };
}

/** What can happen to a caller in a queue. Hanging up is theirs to choose, and no end to be judged. */
export function queueMoves(at: AtQueue): readonly Move[] {
  const { routes, spot, node } = at;
  const { queue } = node;
  const answer = [{ do: 'answer' }] as const;
  const well = (of: Move['when'], by = isUnknown(queue) ? undefined : queue): Move => ({
    ...byItself({ ends: 'well', by: 'queue', node: spot.node, queue: by }, answer, atOnce),
    when: of,
  });
  const overflow = (when: Bits): readonly Move[] =>
    node.overflow === undefined ? [] : [onward(at, 'open', when)];
  if (isUnknown(queue)) {
    routes.note({ kind: 'queue', name: queue.unknown });
    return [well(undefined), ...overflow(routes.conditions.everywhere)];
  }
  if (routes.directory === undefined) routes.note({ kind: 'queue', name: queue });
  return [...routes.conditions.queue(queue, spot.language)].flatMap(([word, when]) => {
    if (word === 'open') return [well(when), ...overflow(when)];
    const leadsOn = deedFor[word].do === 'closed' && node.closed !== undefined;
    if (leadsOn || word === 'missing') return [onward(at, word, when)];
    const helped = common(when, routes.conditions.helped(queue, spot.language, patience(at, word)));
    const lost = without(when, helped);
    return [
      // Whom the chain may answer may also wait too long for it.
      ...(isEmpty(helped) ? [] : [well(helped), ...overflow(helped)]),
      ...(isEmpty(lost) ? [] : [onward(at, word, lost)]),
    ];
  });
}
