import type { NodeId } from '../../script/names.ts';
import type { ScriptNode } from '../../script/script.ts';
import type { Tree } from '../../source/tree.ts';
import { below } from '../tree-values.ts';
import { audioBelow, entryOf } from './architect-value.ts';
import type { BuiltFlow } from './flow-builder.ts';

/**
 * Where calls go when Architect meets an error: what callers hear, then what is done. Nothing where it
 * only disconnects, as a call does anyhow.
 * Sources: <https://help.mypurecloud.com/articles/set-default-error-handling-behavior/>,
 * <https://help.mypurecloud.com/articles/failure-paths-architect/>.
 */
export function handleErrors(settings: Tree | undefined, built: BuiltFlow): NodeId | undefined {
  const { builder } = built;
  const handling = below(settings, 'errorHandling');
  const entry = handling === undefined ? undefined : entryOf(handling);
  const { say, at } = audioBelow(settings, 'preHandlingAudio');
  if (entry === undefined || (entry.name === 'disconnect' && say === undefined)) return undefined;
  const end = builder.flowEnds();
  const id = builder.freshId('error-handling', 'error');
  built.blocks.meet(entry.nameExtent);
  built.jobs.push({
    id,
    kind: entry.name,
    kindAt: entry.nameExtent,
    body: entry.value,
    next: end,
    end,
    taskEnd: end,
    menu: undefined,
    loop: undefined,
    calls: [],
  });
  if (say === undefined) return id;
  const told = builder.freshId('error-audio', 'error');
  const place = at ?? entry.nameExtent;
  builder.add(told, { kind: 'announcement', say, bargeIn: false, to: id }, place, [[['say'], at]]);
  return told;
}

/**
 * Menus, decisions and look-ups go that way when they fail, unless they have a way of their own; so do
 * callers of a menu without a default choice, whose tries are used up: event handling is for what they
 * do wrong, too.
 */
export function withErrorWay(node: ScriptNode, error: NodeId | undefined): ScriptNode {
  if (error === undefined) return node;
  switch (node.kind) {
    case 'menu': {
      const { noInput, noMatch } = node;
      return {
        ...node,
        noInput: { ...noInput, to: noInput?.to ?? error },
        noMatch: { ...noMatch, to: noMatch?.to ?? error },
        error,
      };
    }
    case 'branch':
      return { ...node, error };
    case 'task':
      return node.failure === undefined ? { ...node, error } : node;
    default:
      return node;
  }
}
