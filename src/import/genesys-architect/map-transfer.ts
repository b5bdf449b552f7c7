import { nameFrom, type NodeId, type QueueId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import type { Unknown } from '../../script/values.ts';
import { below } from '../tree-values.ts';
import {
  audioBelow,
  countBelow,
  idBelow,
  namedBelow,
  secondsOrDefault,
} from './architect-value.ts';
import type { FlowBuilder, Job } from './flow-builder.ts';
import { originOf, outputOf, type Mapper } from './job-ways.ts';

/** Where a failed transfer leads: by way of what callers are told. */
function failureOf(job: Job, builder: FlowBuilder, back: NodeId): NodeId {
  const { say, at } = audioBelow(job.body, 'failureTransferAudio');
  if (say === undefined) return back;
  const id = builder.freshId(`${job.id}-failed`, 'failed');
  builder.add(
    id,
    { kind: 'announcement', say, bargeIn: false, to: back, origin: originOf(job) },
    at ?? job.kindAt,
  );
  return id;
}

/** Where a transfer that fails goes: in a menu back to it, in a task on with the next action. */
function backFrom(job: Job, builder: FlowBuilder): NodeId {
  return failureOf(job, builder, outputOf(job, builder, 'failure'));
}

/** A queue; callers hear something before. */
export const queue: Mapper = (job, builder) => {
  const priority = countBelow(job.body, 'priority');
  const { say, at } = audioBelow(job.body, 'preTransferAudio');
  builder.add(
    job.id,
    {
      kind: 'queue',
      origin: originOf(job),
      say,
      queue: idBelow(job.body, 'queue', 'targetQueue') as QueueId | Unknown,
      priority: priority === 0 ? undefined : priority,
      error: backFrom(job, builder),
    },
    job.kindAt,
    [
      [['say'], at],
      [['queue'], below(job.body, 'targetQueue')],
    ],
  );
};

/** Somebody outside the queues, by the field that names them. */
export function transferTo(field: string): Mapper {
  return (job, builder) => {
    const { say, at } = audioBelow(job.body, 'preTransferAudio');
    const target = namedBelow(job.body, field) ?? { unknown: 'no target is set' };
    const isNumber = typeof target === 'string' && field === 'targetNumber';
    builder.add(
      job.id,
      {
        kind: 'transfer',
        origin: originOf(job),
        say,
        number: isNumber || typeof target !== 'string' ? target : { unknown: target },
        wait: secondsOrDefault(job.body, builder.defaultsOf(job.kind), 'connectTimeout'),
        failure: backFrom(job, builder),
      },
      job.kindAt,
      [
        [['say'], at],
        [['number'], below(job.body, field)],
      ],
    );
  };
}

export const voicemail: Mapper = (job, builder) => {
  const { say, at } = audioBelow(job.body, 'preTransferAudio');
  const node: NodeOfKind<'voicemail'> = { kind: 'voicemail', origin: originOf(job), say };
  builder.add(job.id, node, job.kindAt, [[['say'], at]]);
};

export const otherFlow: Mapper = (job, builder) => {
  const flow = namedBelow(job.body, 'targetFlow') ?? namedBelow(job.body, 'flow');
  builder.add(
    job.id,
    {
      kind: 'subflow',
      origin: originOf(job),
      script:
        typeof flow === 'string'
          ? nameFrom(flow, flow)
          : (flow ?? { unknown: 'no flow is chosen' }),
      error: backFrom(job, builder),
    },
    job.kindAt,
    [[['script'], below(job.body, 'targetFlow')]],
  );
};
