import type { NodeOfKind } from '../../script/script.ts';
import type { ReadBlock, Way } from './block.ts';
import type { GraphNode } from './call-graph.ts';
import type { Step } from './dialplan.ts';
import { optionOf, type OptionSources } from './option-of.ts';

/** A `Read`: a menu where the steps after it know keys, else digits that are collected. */
export function readNode(
  sources: OptionSources,
  resolve: (way: Way) => Way,
  { node, marks, byKey, silent, other }: ReadBlock,
  step: Step,
): GraphNode {
  const elsewhere = resolve(other);
  const chosen = byKey.filter(({ way }) => resolve(way) !== elsewhere);
  if (chosen.length === 0) {
    const collect: NodeOfKind<'collect'> = {
      ...node,
      noInput: { ...node.noInput, to: silent },
      noMatch: { ...node.noMatch, to: silent },
    };
    return { node: collect, marks, steps: [step] };
  }
  const { say, digits, noInput } = node;
  const menu: NodeOfKind<'menu'> = {
    kind: 'menu',
    ...(say === undefined ? {} : { say }),
    bargeIn: true,
    options: chosen.map(({ key, way }) => optionOf(sources, { key, name: key, way })),
    noInput: { ...noInput, to: silent },
    noMatch: { attempts: 1, to: other },
    ...(digits?.interDigit === undefined ? {} : { interDigit: digits.interDigit }),
  };
  return { node: menu, marks: marks.filter(({ path }) => path[0] !== 'digits'), steps: [step] };
}
