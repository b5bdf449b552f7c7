import type { NodeOfKind } from '../../script/script.ts';
import type { Trigger } from '../../script/vocabulary.ts';
import { valueOf } from '../../source/tree.ts';
import { marksOf, type Draft } from '../draft.ts';
import { fieldsOf } from '../tree-values.ts';
import type { FlowContext } from './flow-context.ts';
import type { Transition, Widget } from './widget.ts';

const triggers: ReadonlyMap<string, Trigger> = new Map<string, Trigger>([
  ['match', 'case'],
  ['noMatch', 'case'],
  ['timeout', 'noInput'],
  ['success', 'success'],
]);

function triggerOf({ event }: Transition): Trigger {
  return triggers.get(event) ?? (/fail|error/i.test(event) ? 'failure' : 'next');
}

/** A widget that Studio doesn't have, or that the model can't say: its properties and ways are kept. */
export function mapOpaque(widget: Widget, context: FlowContext): readonly Draft[] {
  const { properties, transitions, type } = widget;
  const raw =
    properties === undefined || fieldsOf(properties).length === 0
      ? {}
      : { raw: valueOf(properties) as NonNullable<NodeOfKind<'opaque'>['raw']> };
  const node: NodeOfKind<'opaque'> = {
    kind: 'opaque',
    vendor: 'twilio-studio',
    type,
    ...raw,
    exits: transitions.map((transition) => ({
      trigger: triggerOf(transition),
      when: transition.event,
      to: context.to(transition.link),
    })),
  };
  const marks = transitions.flatMap(({ at, link }, index) =>
    marksOf([
      [['exits', index], at],
      [['exits', index, 'to'], link.at],
    ]),
  );
  return [{ id: context.idOf(widget), node, marks }];
}
