import type { NodeOfKind, ScriptNode } from '../script/script.ts';
import { isUnknown } from '../script/values.ts';
import type { NodeKind } from '../script/vocabulary.ts';
import type { Action } from './action.ts';
import type { Moment } from './caller.ts';
import { hearingOf } from './hearing.ts';
import { queueState, takesIn } from './queue-state.ts';
import { retryPolicy } from '../flow/retry-policy.ts';
import { usualExits } from './usual-exits.ts';
import { momentIn, type World } from './world.ts';

/** What happens at a node that isn't a menu, and when: seconds from the start of its prompt. */
export interface Happening {
  readonly action: Action;
  readonly at: number;
  /** Until then the caller listens, and may lose heart; later they wait in another way. */
  readonly listens: number;
}

/** What a simulation adds to the caller model. */
export interface Circumstances {
  readonly world: World;
  /** Mean seconds of waiting, by queue. */
  readonly queueWaits: Readonly<Record<string, number>>;
}

type Deed = (after: number) => Action;
const onward: Deed = (after) => ({ do: 'next', after });
const success: Deed = (after) => ({ do: 'succeed', after });
const failure: Deed = (after) => ({ do: 'fail', after });

function happens(moment: Moment, deed: Deed, later = 0): Happening {
  const listens = hearingOf(moment.flow, moment.id, moment.state).seconds;
  return { action: deed(listens + later), at: listens + later, listens };
}

function collect(moment: Moment, node: NodeOfKind<'collect'>): Happening {
  const { flow, model, random } = moment;
  const min = node.digits?.min ?? 1;
  const max = Math.max(node.digits?.max ?? min, min, 1);
  const { wait } = retryPolicy(flow.script, node, 'noInput');
  const latency = random.gamma(model.pressLatency);
  if (random.chance(model.noInput) || latency >= wait)
    return happens(moment, () => ({ do: 'silence' }), wait);
  const wanted = Math.max(min, 1) + random.below(max - Math.max(min, 1) + 1);
  const digits = min > 1 && random.chance(model.noMatch + model.mistake) ? min - 1 : wanted;
  const keys = digits + (node.digits?.end === undefined ? 0 : 1);
  return happens(
    moment,
    (after) => ({ do: 'enter', digits, after }),
    latency + (keys - 1) * model.digitPause,
  );
}

function task(moment: Moment, node: NodeOfKind<'task'>, { world }: Circumstances): Happening {
  const { model, random } = moment;
  if (!random.chance(model.taskSuccess)) return happens(moment, failure, node.duration);
  const known = world.attributes;
  const name = isUnknown(node.task) ? '' : node.task;
  const result = known !== undefined && Object.hasOwn(known, name) ? known[name] : undefined;
  const deed: Deed =
    result === undefined || result === 'success' || result === 'failure'
      ? success
      : (after) => ({ do: 'succeed', result, after });
  return happens(moment, deed, node.duration);
}

function queue(
  moment: Moment,
  node: NodeOfKind<'queue'>,
  { world, queueWaits }: Circumstances,
): Happening {
  const { model, random, state } = moment;
  const at = momentIn(world, state.seconds);
  const own =
    isUnknown(node.queue) || !Object.hasOwn(queueWaits, node.queue)
      ? undefined
      : queueWaits[node.queue];
  const wait = random.chance(model.waitShare)
    ? random.exponential(own ?? model.wait)
    : random.gamma(model.pickUp);
  const patience = random.exponential(model.patience);
  const there = queueState(node.queue, world, at, state.language);
  if (there === 'full') return { action: { do: 'full' }, at: 0, listens: 0 };
  if (!takesIn(there)) return { action: { do: 'closed' }, at: 0, listens: 0 };
  const overflow = node.overflow === undefined ? Infinity : (node.overflow.after ?? 0);
  if (there === 'open' && wait <= patience && wait <= overflow)
    return happens(moment, (after) => ({ do: 'answer', after }), wait);
  return overflow <= patience
    ? happens(moment, (after) => ({ do: 'overflow', after }), overflow)
    : happens(moment, (after) => ({ do: 'abandon', after }), patience);
}

function transfer(moment: Moment, node: NodeOfKind<'transfer'>): Happening {
  const { model, random } = moment;
  const reached = random.chance(model.transferSuccess);
  if (!reached) return happens(moment, failure, node.wait ?? random.gamma(5 * model.pickUp));
  const talk = node.to === undefined ? 0 : random.exponential(model.otherScript);
  return happens(moment, success, random.gamma(model.pickUp) + talk);
}

function voicemail(moment: Moment, node: NodeOfKind<'voicemail'>): Happening {
  const { model, random } = moment;
  const length = Math.min(random.gamma(model.message), node.maxLength ?? Infinity);
  if (random.chance(model.leaveMessage)) return happens(moment, onward, length);
  const { listens } = happens(moment, onward);
  const at = listens * random.next();
  return { action: { do: 'hangup', after: at }, at, listens };
}

function opaque(moment: Moment, node: NodeOfKind<'opaque'>): Happening {
  const open = usualExits(node);
  const index = open[moment.random.below(open.length)];
  const deed: Deed = index === undefined ? onward : (after) => ({ do: 'exit', index, after });
  return happens(moment, deed);
}

const happeningBy = {
  announcement: (moment) => happens(moment, onward),
  branch: (moment) => happens(moment, onward),
  hangup: (moment) => happens(moment, onward),
  collect,
  task,
  queue,
  transfer,
  voicemail,
  callback: (moment) =>
    happens(moment, moment.random.chance(moment.model.callbackSuccess) ? success : failure),
  subflow: (moment) => happens(moment, onward, moment.random.exponential(moment.model.otherScript)),
  opaque,
} satisfies {
  readonly [Kind in Exclude<NodeKind, 'menu'>]: (
    moment: Moment,
    node: NodeOfKind<Kind>,
    circumstances: Circumstances,
  ) => Happening;
};

/** What happens at any node but a menu, drawn from the caller model. */
export function actElsewhere(
  moment: Moment,
  node: Exclude<ScriptNode, NodeOfKind<'menu'>>,
  circumstances: Circumstances,
): Happening {
  const happening = happeningBy[node.kind] as (
    moment: Moment,
    node: ScriptNode,
    circumstances: Circumstances,
  ) => Happening;
  return happening(moment, node, circumstances);
}
