import type { NodeId } from '../../script/names.ts';
import { isUnknown, type Unknown } from '../../script/values.ts';
import { equals } from './block.ts';
import type { Writing } from './writing.ts';
import { type Branch, caseTo, conditionOf, tellCases } from './branch-cases.ts';

const metrics: ReadonlyMap<string, string> = new Map([
  ['agents available', 'NumberOfAgentsAvailable'],
  ['agents staffed', 'NumberOfAgentsStaffed'],
  ['agents online', 'NumberOfAgentsOnline'],
  ['callers waiting', 'NumberOfContactsInQueue'],
  ['longest wait', 'OldestContactInQueueAgeSeconds'],
]);

/** The metric that a case compares, and the rest of the case: `agents staffed > 0`. */
function metricOf(when: string): { readonly metric: string; readonly rest: string } | undefined {
  const [, name = '', rest = ''] = /^([a-z]+ [a-z]+) ((?:>=|<=|>|<|=) \d+)$/.exec(when) ?? [];
  const metric = metrics.get(name);
  return metric === undefined ? undefined : { metric, rest: rest.replace(/^= /, '') };
}

/** What is counted in a queue, or whether its hours are on: the hours of the queue that is set. */
export function writeQueueStatus(
  w: Writing,
  id: NodeId,
  node: Branch,
  queue: string | Unknown,
): void {
  const check = `${id}/check`;
  const asked = node.cases.map(({ when }) => metricOf(when)?.metric);
  const [metric, another] = new Set(asked.filter((one) => one !== undefined));
  const queueId = isUnknown(queue)
    ? {}
    : { QueueId: w.nameOf('queues', queue, id, ['on', 'queue-status']) };
  const shown = isUnknown(queue) ? {} : { shown: { QueueId: queue } };
  if (metric !== undefined) {
    const why = 'a block of Amazon Connect compares only one number of a queue';
    tellCases(
      w,
      id,
      node,
      (when) => metricOf(when)?.metric === metric && another === undefined,
      why,
    );
    w.add({
      key: id,
      type: 'CheckMetricData',
      parameters: { MetricType: metric, ...queueId },
      ...shown,
      conditions: node.cases.flatMap(({ when, to }) => {
        const one = metricOf(when);
        return one?.metric === metric ? [conditionOf(one.rest, w.to(to))] : [];
      }),
      errors: [
        ['NoMatchingCondition', w.to(node.otherwise)],
        ['NoMatchingError', w.to(node.error ?? node.otherwise)],
      ],
    });
    return;
  }
  const why =
    'Amazon Connect knows only the hours of a queue, and its numbers of people and callers';
  tellCases(w, id, node, (when) => when === 'open' || when === 'closed', why);
  w.add({
    key: id,
    type: 'UpdateContactTargetQueue',
    parameters: queueId,
    ...shown,
    next: check,
    errors: [['NoMatchingError', w.to(node.error ?? node.otherwise)]],
  });
  w.add({
    key: check,
    type: 'CheckHoursOfOperation',
    parameters: {},
    next: caseTo(w, node, 'open'),
    conditions: [
      equals('True', caseTo(w, node, 'open')),
      equals('False', caseTo(w, node, 'closed')),
    ],
    errors: [['NoMatchingError', w.to(node.error ?? node.otherwise)]],
  });
}
