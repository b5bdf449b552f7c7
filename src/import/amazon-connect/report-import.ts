import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import { placeBetween } from '../../source/source.ts';
import { countNodes } from '../count-nodes.ts';
import type { ImportNote, ImportReport } from '../import-report.ts';
import type { Action, Link } from './action.ts';
import type { ContactFlow } from './contact-flow.ts';
import type { FlowParts } from './flow-parts.ts';
import type { FlowReference } from './resolve-references.ts';
import { hookedFlows } from './side-effects.ts';
import { itemsOf } from '../tree-values.ts';

/** A way that a flow writes and no call takes. */
export interface LostWay {
  readonly action: Action;
  readonly link: Link;
}

/** What the author should know: items that are no actions, names given twice, ways never taken. */
function notesOn(
  flow: ContactFlow,
  { actions, list, listName }: FlowParts,
  lost: readonly LostWay[],
): readonly ImportNote[] {
  const note = (message: string, { start, end }: Link['at']): ImportNote => ({
    message,
    at: placeBetween(flow.source, start, end),
  });
  const firsts = new Set<string>();
  const seconds = actions.filter(({ id }) => {
    const isSecond = id !== '' && firsts.has(id);
    firsts.add(id);
    return isSecond;
  });
  return [
    ...itemsOf(list).flatMap((item, index) =>
      item.kind === 'map'
        ? []
        : [note(`Item ${index + 1} of "${listName}" is not an action.`, item)],
    ),
    ...seconds.map(({ id, at }) =>
      note(`A second action is called "${id}"; every way to that name leads to the first.`, at),
    ),
    ...lost
      .filter(({ link }) => link.target !== '')
      .map(({ action, link }) =>
        note(
          `No call goes from "${action.id}" to its next action "${link.target}": all that can come out of a ${action.type} leads elsewhere.`,
          link.at,
        ),
      ),
  ];
}

/** What an import knows when it is over. */
interface ImportedParts {
  readonly nodes: readonly ScriptNode[];
  /** The actions that became nodes of their own. */
  readonly own: readonly Action[];
  readonly lost: readonly LostWay[];
  readonly references: readonly FlowReference[];
  /** The node that an action became, or became a part of. */
  readonly nodeOf: (action: Action) => NodeId;
}

/** What became of the blocks of one flow. */
export function reportImport(
  flow: ContactFlow,
  parts: FlowParts,
  { nodes, own, lost, references, nodeOf }: ImportedParts,
): ImportReport {
  const place = ({ start, end }: Link['at']) => placeBetween(flow.source, start, end);
  const standing = new Set(own);
  return {
    flows: 1,
    blocks: itemsOf(parts.list).length,
    ...countNodes(nodes),
    blocksAsNodes: own.length,
    folded: parts.actions
      .filter((action) => !standing.has(action))
      .map((action) => ({ block: action.id, node: nodeOf(action), at: place(action.at) })),
    notBlocks: itemsOf(parts.list).length - parts.actions.length,
    eventHooks: parts.actions
      .filter(({ type }) => type === 'UpdateContactEventHooks')
      .flatMap((action) => hookedFlows(action).map((hook) => ({ node: nodeOf(action), ...hook }))),
    references: references.map(({ action, kind, expression, at, name, isFound }) => ({
      node: nodeOf(action),
      kind,
      name: name ?? expression,
      isFound,
      at: place(at),
    })),
    unresolved: notesOn(flow, parts, lost),
  };
}
