import type { NodeId } from '../script/names.ts';
import type { Extent } from '../source/tree.ts';
import { caseMarks, type Draft, type Mark } from './draft.ts';

/** A way from one block to another, as the vendor writes it; an empty target leads nowhere. */
export interface Link {
  readonly target: string;
  readonly at: Extent;
}

/** What tells which nodes ways lead to. */
export interface ExitNames {
  /** A name for a node that no block has of its own. */
  readonly freshId: (wanted: string) => NodeId;
  readonly to: (link: Link | undefined) => NodeId | undefined;
  /** The same for exits that a node needn't have. */
  readonly toOptional: (link: Link | undefined) => NodeId | undefined;
}

/** Where the exits of several errors lead, when the node has one exit for all of them. */
export interface Slot {
  readonly to: NodeId | undefined;
  readonly marks: readonly Mark[];
  /** A branch on what went wrong, where the errors lead to different places. */
  readonly drafts: readonly Draft[];
}

/** One of the ways that share an exit, with what tells it apart. */
export interface Way {
  readonly when: string;
  readonly at: Extent;
  readonly link: Link;
}

/** One exit for ways that all lead to one place, or for none; nothing where they lead apart. */
export function sharedSlot(
  names: ExitNames,
  field: string,
  ways: readonly Pick<Way, 'link'>[],
): Slot | undefined {
  const [first] = ways;
  if (first === undefined) return { to: undefined, marks: [], drafts: [] };
  const path = [field];
  const marks: Mark[] = [];
  for (const { link } of ways) {
    if (link.target !== first.link.target) return undefined;
    marks.push({ path, at: link.at });
  }
  return { to: names.toOptional(first.link), marks, drafts: [] };
}

/**
 * One exit for ways that may lead apart: then a branch tells them apart behind it. `common` is the one
 * that everything takes which none of them names.
 */
export function slotOf(
  names: ExitNames,
  from: NodeId,
  field: string,
  on: string,
  ways: readonly Way[],
  common?: Way,
): Slot {
  const shared = sharedSlot(names, field, ways);
  if (shared !== undefined) return shared;
  const marks = ways.map(({ link }) => ({ path: [field], at: link.at }));
  const id = names.freshId(`${from}-${field}`);
  const cases = ways.map(({ when, link }) => ({ when, to: names.to(link) }));
  return {
    to: id,
    marks,
    drafts: [
      {
        id,
        node: {
          kind: 'branch',
          on: { result: on },
          cases,
          ...(common === undefined ? {} : { otherwise: names.toOptional(common.link) }),
        },
        marks: caseMarks(ways),
      },
    ],
  };
}
