import type { NodeId } from '../../script/names.ts';
import type { Extent } from '../../source/tree.ts';
import type { Draft, Mark } from '../draft.ts';
import type { ErrorBranch, Link } from './action.ts';
import type { FlowContext } from './flow-context.ts';

/** Where the exits of several errors lead, when the node has one exit for all of them. */
export interface Slot {
  readonly to: NodeId | undefined;
  readonly marks: readonly Mark[];
  /** A branch on what went wrong, where the errors lead to different places. */
  readonly drafts: readonly Draft[];
}

interface Way {
  readonly when: string;
  readonly at: Extent;
  readonly link: Link;
}

/** One exit for ways that may lead apart: then a branch tells them apart behind it. */
export function slotOf(
  context: FlowContext,
  from: NodeId,
  field: string,
  on: string,
  ways: readonly Way[],
): Slot {
  const [first] = ways;
  if (first === undefined) return { to: undefined, marks: [], drafts: [] };
  const marks = ways.map(({ link }) => ({ path: [field], at: link.at }));
  if (ways.every(({ link }) => link.target === first.link.target)) {
    return { to: context.toOptional(first.link), marks, drafts: [] };
  }
  const id = context.freshId(`${from}-${field}`);
  const cases = ways.map(({ when, link }) => ({ when, to: context.to(link) }));
  return {
    to: id,
    marks,
    drafts: [
      {
        id,
        node: { kind: 'branch', on: { result: on }, cases },
        marks: ways.flatMap(({ at, link }, index) => [
          { path: ['cases', index], at },
          { path: ['cases', index, 'when'], at },
          { path: ['cases', index, 'to'], at: link.at },
        ]),
      },
    ],
  };
}

/** One exit for several errors. */
export function errorSlot(
  context: FlowContext,
  from: NodeId,
  field: 'error' | 'failure',
  errors: readonly ErrorBranch[],
): Slot {
  const ways = errors.map(({ type, at, link }) => ({ when: type, at, link }));
  return slotOf(context, from, field, 'what went wrong', ways);
}
