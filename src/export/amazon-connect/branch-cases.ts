import type { NodeId } from '../../script/names.ts';
import type { NodeOfKind } from '../../script/script.ts';
import { type BlockCondition, type BlockKey, equals } from './block.ts';
import type { Writing } from './writing.ts';

/** A step that goes on by what it looks at. */
export type Branch = NodeOfKind<'branch'>;

const operators: ReadonlyMap<string, string> = new Map([
  ['>', 'NumberGreaterThan'],
  ['>=', 'NumberGreaterOrEqualTo'],
  ['<', 'NumberLessThan'],
  ['<=', 'NumberLessOrEqualTo'],
  ['starts with', 'TextStartsWith'],
  ['ends with', 'TextEndsWith'],
  ['contains', 'TextContains'],
]);

/** A case as a condition: a word, or a comparison as `caseHolds` reads it. */
export function conditionOf(when: string, to: BlockKey): BlockCondition {
  const [, sign = '', operand = ''] =
    /^(>=|<=|>|<|starts with|ends with|contains) (.+)$/s.exec(when) ?? [];
  const operator = operators.get(sign);
  if (operator !== undefined) return { operator, operand, to };
  return equals(when === '(empty)' ? '' : when, to);
}

/** Cases that this kind of branch can't have, told at their places. */
export function tellCases(
  w: Writing,
  id: NodeId,
  node: Branch,
  isKnown: (when: string) => boolean,
  why: string,
): void {
  node.cases.forEach(({ when }, index) => {
    if (isKnown(when)) return;
    const message = `The case "${when}" of "${id}" is left out: ${why}.`;
    const help = 'Take the case out, or ask for it by an attribute that a function sets.';
    w.tell('not-exported', id, ['cases', index], message, help);
  });
}

/** Where the first case of these words leads, else where all others go. */
export const caseTo = (w: Writing, node: Branch, ...words: readonly string[]): BlockKey => {
  const found = words.flatMap((word) => node.cases.filter(({ when }) => when === word))[0];
  return w.to(found === undefined ? node.otherwise : found.to);
};
