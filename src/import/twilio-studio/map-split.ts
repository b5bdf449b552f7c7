import type { BranchOn } from '../../script/script.ts';
import type { Extent } from '../../source/tree.ts';
import { marksOf, type Draft } from '../draft.ts';
import type { Link } from '../exit-slot.ts';
import { scalarBelow, textBelow } from '../tree-values.ts';
import { oppositeOf, subjectOf, titleOf, whensOf } from './condition-words.ts';
import type { FlowContext } from './flow-context.ts';
import { expressionIn } from './liquid.ts';
import { linkOf, type Condition, type Transition, type Widget } from './widget.ts';

function branchOn(input: string, context: FlowContext): BranchOn {
  const subject = subjectOf(input);
  return 'widget' in subject
    ? { result: context.resultOf(subject.widget, subject.value) }
    : { attribute: subject.attribute };
}

/** What a condition looks at beside the input of its split, as words in front of the comparison. */
function whensUnder(condition: Condition, input: string): readonly string[] {
  const { argument } = condition;
  const whens = whensOf(condition);
  if (argument === undefined || argument.trim() === input.trim()) return whens;
  const subject = expressionIn(argument)?.path ?? argument.trim();
  return whens.map((when) => `${subject} ${/^[!<>]|^\S+ /.test(when) ? when : `= ${when}`}`);
}

/** The cases of one transition; conditions that stand together must all be true. */
function casesOf({ conditions }: Transition, input: string) {
  const [first, ...others] = conditions;
  if (first === undefined) return [{ when: 'a condition that is not written', title: undefined }];
  const title = titleOf(first);
  if (others.length === 0) return whensUnder(first, input).map((when) => ({ when, title }));
  const all = conditions.map((condition) => whensUnder(condition, input).join(' or '));
  return [{ when: all.join(' and '), title }];
}

/** One way out of a split, with the words it is taken for. */
interface Case {
  readonly when: string;
  readonly title: string | undefined;
  readonly link: Link;
  readonly at: Extent;
}

function branchDraft(
  widget: Widget,
  context: FlowContext,
  on: BranchOn,
  cases: readonly Case[],
  otherwise: Link | undefined,
): readonly Draft[] {
  return [
    {
      id: context.idOf(widget),
      node: {
        kind: 'branch',
        on,
        cases: cases.map(({ when, title, link }) => ({ when, title, to: context.to(link) })),
        otherwise: context.to(otherwise),
      },
      marks: [
        ...marksOf([
          [['on'], scalarBelow(widget.properties, 'input')],
          [['otherwise'], otherwise?.at],
        ]),
        ...cases.flatMap(({ at, link }, index) =>
          marksOf([
            [['cases', index], at],
            [['cases', index, 'when'], at],
            [['cases', index, 'to'], link.at],
          ]),
        ),
      ],
    },
  ];
}

/** A last condition that says what must not be, read the other way round. */
function turned(
  matches: readonly Transition[],
  rest: Link,
): { readonly matches: readonly Transition[]; readonly rest: Link } {
  const last = matches.at(-1);
  const [condition, more] = last?.conditions ?? [];
  const opposite =
    condition === undefined || more !== undefined ? undefined : oppositeOf(condition);
  if (last === undefined || opposite === undefined) return { matches, rest };
  const swapped = { ...last, conditions: [opposite], link: rest };
  return { matches: [...matches.slice(0, -1), swapped], rest: last.link };
}

/**
 * `split-based-on` that is no part of a menu: a branch; who fits no condition goes by `otherwise`. A
 * split on a counter is a loop.
 */
export function mapSplit(widget: Widget, context: FlowContext): readonly Draft[] {
  const written = widget.transitions.filter(({ event }) => event === 'match');
  const loop = context.loopOf(widget);
  if (loop !== undefined) {
    const at = written[0]?.conditions[0]?.at ?? widget.at;
    const cases = [
      { when: 'again', title: undefined, link: loop.again, at },
      { when: 'done', title: undefined, link: loop.exit, at },
    ];
    return branchDraft(widget, context, { loop: loop.times }, cases, undefined);
  }
  const first = written[0]?.conditions[0];
  const input = textBelow(widget.properties, 'input') ?? first?.argument ?? '';
  const { matches, rest } = turned(written, linkOf(widget, 'noMatch'));
  const cases = matches.flatMap((transition) =>
    casesOf(transition, input).map(({ when, title }): Case => ({
      when,
      title,
      link: transition.link,
      at: transition.conditions[0]?.at ?? transition.at,
    })),
  );
  return branchDraft(widget, context, branchOn(input, context), cases, rest);
}
