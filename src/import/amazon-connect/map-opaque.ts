import type { NodeOfKind } from '../../script/script.ts';
import type { Trigger } from '../../script/vocabulary.ts';
import { valueOf } from '../../source/tree.ts';
import type { Action } from './action.ts';
import { whenOf } from './comparison.ts';
import { marksOf, type Draft } from '../draft.ts';
import type { FlowContext } from './flow-context.ts';
import { fieldsOf, itemsOf } from '../tree-values.ts';

const errorTriggers: ReadonlyMap<string, Trigger> = new Map<string, Trigger>([
  ['InputTimeLimitExceeded', 'noInput'],
  ['QueueAtCapacity', 'overflow'],
  ['NoMatchingCondition', 'case'],
]);

/** An action that the model can't say: its type, its parameters and all its exits are kept. */
export function mapOpaque(action: Action, context: FlowContext): readonly Draft[] {
  const { parameters, next } = action;
  const ways = [
    ...(next === undefined ? [] : [{ trigger: 'next' as const, link: next, at: next.at }]),
    ...action.conditions.map((condition) => ({
      trigger: 'case' as const,
      when: whenOf(condition),
      link: condition.link,
      at: condition.at,
    })),
    ...action.errors.map(({ type, link, at }) => ({
      trigger: errorTriggers.get(type) ?? ('error' as const),
      when: type,
      link,
      at,
    })),
  ];
  const raw =
    parameters === undefined || [...fieldsOf(parameters), ...itemsOf(parameters)].length === 0
      ? {}
      : { raw: valueOf(parameters) as NonNullable<NodeOfKind<'opaque'>['raw']> };
  const node: NodeOfKind<'opaque'> = {
    kind: 'opaque',
    vendor: 'amazon-connect',
    type: action.type,
    ...raw,
    exits: ways.map((way) => ({
      trigger: way.trigger,
      ...('when' in way ? { when: way.when } : {}),
      to: context.to(way.link),
    })),
  };
  const marks = ways.flatMap(({ at, link }, index) =>
    marksOf([
      [['exits', index], at],
      [['exits', index, 'to'], link.at],
    ]),
  );
  return [{ id: context.idOf(action), node, marks }];
}
