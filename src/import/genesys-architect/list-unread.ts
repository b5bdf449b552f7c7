import { below, fieldsOf, itemsOf } from '../tree-values.ts';
import type { BuiltFlow, Job } from './flow-builder.ts';

/** Tells of the outputs of an action that its node has no way for, with what stands behind them. */
export function listUnread(job: Job, { blocks, notes }: BuiltFlow) {
  for (const { name, nameExtent, value } of fieldsOf(below(job.body, 'outputs'))) {
    const actions = below(value, 'actions');
    const items = itemsOf(actions);
    if (actions === undefined || items.length === 0 || blocks.isOpen(actions)) continue;
    const isNew = items.map((item) => blocks.list(item)).includes(true);
    if (isNew) notes.push({ message: `What follows "${name}" isn't read.`, at: nameExtent });
  }
}
