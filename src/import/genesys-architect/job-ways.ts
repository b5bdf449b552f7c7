import type { NodeId } from '../../script/names.ts';
import { below, textBelow, type Names } from '../tree-values.ts';
import { asWritten } from './fill-templates.ts';
import type { FlowBuilder, Job } from './flow-builder.ts';

/** What an action becomes: it adds its nodes to the flow that is built. */
export type Mapper = (job: Job, builder: FlowBuilder) => void;

/** Where an output of an action leads; an output that isn't written goes on with the next action. */
export function outputOf(job: Job, builder: FlowBuilder, ...names: Names): NodeId {
  const outputs = below(job.body, 'outputs');
  for (const name of names) {
    const output = below(outputs, name);
    if (output !== undefined) {
      return builder.open(below(output, 'actions'), { ...job, end: job.next });
    }
  }
  return job.next;
}

/** What a node says of where it comes from. */
export function originOf({ body, kind }: Job): string[] {
  return [asWritten(textBelow(body, 'name') ?? kind)];
}
