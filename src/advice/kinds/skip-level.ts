import { edgesFrom, type FlowNode } from '../../flow/call-flow.ts';
import { menuPrompt } from '../../flow/menu-prompt.ts';
import { bypass } from '../bypass.ts';
import type { WorkByHand } from '../change.ts';
import { isProtected, type Ground } from '../ground.ts';
import { nodeSeconds } from '../node-seconds.ts';
import type { Proposal } from './proposal.ts';

/**
 * A menu that leaves nothing to choose: one option, and silence leads there, too. Leaving it out saves
 * everything that is said, waited and pressed there.
 */
function skipOne(ground: Ground, { id, node }: FlowNode): Proposal | undefined {
  const { flow, demand, model } = ground;
  const wanted = demand.nodes.get(id);
  if (node.kind !== 'menu' || isProtected(node) || node.error !== undefined) return undefined;
  if (wanted === undefined || wanted.visits === 0) return undefined;
  const choices = node.options.filter((option) => option.do !== 'repeat');
  const [only] = choices;
  if (choices.length !== 1 || only?.to === undefined || only.do !== undefined) return undefined;
  const { to, role, language, set, pinned, tags } = only;
  if (role !== undefined || language !== undefined || set !== undefined) return undefined;
  if (pinned === true || tags !== undefined) return undefined;
  const others = edgesFrom(flow, id).filter(
    (edge) => (edge.trigger === 'noInput' || edge.trigger === 'noMatch') && edge.to !== id,
  );
  if (others.length === 0 || others.some((edge) => edge.to !== to)) return undefined;
  return {
    saving: nodeSeconds(flow.script, node, wanted, model).seconds / demand.calls,
    make() {
      const edits = bypass(flow, id, to);
      if (edits === undefined) return undefined;
      const byHand = menuPrompt(flow, id, flow.script.language).pieces.flatMap(
        ({ role: said, path }): WorkByHand[] =>
          said === 'before' ? [{ path, why: 'names-options' }] : [],
      );
      return {
        change: {
          about: { kind: 'skip-level', label: to, menu: id, into: to },
          summary: `everyone who comes to ${id} goes on to ${to}`,
          ...{ edits, moves: [], byHand },
        },
        demand,
      };
    },
  };
}

/** Menus that ask nothing. */
export function proposeSkipping(ground: Ground): readonly Proposal[] {
  return ground.flow.nodes.flatMap((node) => skipOne(ground, node) ?? []);
}
