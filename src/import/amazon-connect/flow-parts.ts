import type { Tree } from '../../source/tree.ts';
import { below } from '../tree-values.ts';
import { actionsIn, type Action, type Link } from './action.ts';
import { isLegacyFlow } from './contact-flow.ts';
import { legacyActionsIn } from './legacy-actions.ts';

/** The blocks of a flow and where its calls begin, whatever year it was exported in. */
export interface FlowParts {
  /** The list of blocks, and the name that it has in the file. */
  readonly list: Tree | undefined;
  readonly listName: string;
  readonly actions: readonly Action[];
  readonly start: Link | undefined;
}

function linkAt(start: Tree | undefined): Link | undefined {
  if (start?.kind !== 'scalar') return undefined;
  return { target: start.value === null ? '' : String(start.value), at: start };
}

/** Reads the parts of the body of a flow. */
export function partsOf(body: Tree): FlowParts {
  return isLegacyFlow(body)
    ? {
        list: below(body, 'modules'),
        listName: 'modules',
        actions: legacyActionsIn(body),
        start: linkAt(below(body, 'start')),
      }
    : {
        list: below(body, 'Actions'),
        listName: 'Actions',
        actions: actionsIn(body),
        start: linkAt(below(body, 'StartAction')),
      };
}
