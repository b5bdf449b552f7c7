import type { NodeId } from '../script/names.ts';
import type { ScriptNode } from '../script/script.ts';

const task = 'recognise-caller';

/** A look-up of the caller by the number that they call from; no service to them by itself. */
export const callerLookUp = (success: NodeId, failure: NodeId): ScriptNode => ({
  kind: 'task',
  ...{ task, selfService: false, success, failure },
});

/**
 * Whether a node is such a look-up. Where calls didn't meet it nobody knows whom it knows: they are
 * taken to be strangers to it, so that nothing is counted as saved.
 */
export const isCallerLookUp = (node: ScriptNode): boolean =>
  node.kind === 'task' && node.task === task;
