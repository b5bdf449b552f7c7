import type { NodeId } from '../../script/names.ts';
import type { BranchOn } from '../../script/script.ts';
import type { Extent } from '../../source/tree.ts';
import { marksOf, type Draft } from '../draft.ts';
import { scalarBelow, textBelow } from '../tree-values.ts';
import { subjectOf } from './condition-words.ts';
import type { FlowContext } from './flow-context.ts';
import { questionsIn, type Answer, type Question } from './split-questions.ts';
import { linkOf, type Widget } from './widget.ts';

function branchOn(input: string, context: FlowContext): BranchOn {
  const subject = subjectOf(input);
  return 'widget' in subject
    ? { result: context.resultOf(subject.widget, subject.value) }
    : { attribute: subject.attribute };
}

interface Parts {
  readonly id: NodeId;
  readonly on: BranchOn;
  readonly question: Question;
  readonly to: (answer: Answer) => NodeId | undefined;
  /** Where an answer is written that leaves the split. */
  readonly at: (answer: Answer) => Extent | undefined;
}

function branchDraft(widget: Widget, { id, on, question, to, at }: Parts): Draft {
  const { cases, otherwise } = question;
  return {
    id,
    node: {
      kind: 'branch',
      on,
      cases: cases.map(({ when, title, to: answer }) => ({ when, title, to: to(answer) })),
      otherwise: to(otherwise),
    },
    marks: [
      ...marksOf([
        [['on'], scalarBelow(widget.properties, 'input')],
        [['otherwise'], at(otherwise)],
      ]),
      ...cases.flatMap(({ at: whenAt, to: answer }, index) =>
        marksOf([
          [['cases', index], whenAt],
          [['cases', index, 'when'], whenAt],
          [['cases', index, 'to'], at(answer)],
        ]),
      ),
    ],
  };
}

/**
 * `split-based-on` that is no part of a menu: a branch, or one behind the other where it asks for
 * more than one value; who fits no condition goes by `noMatch`. A split on a counter is a loop.
 */
export function mapSplit(widget: Widget, context: FlowContext): readonly Draft[] {
  const id = context.idOf(widget);
  const written = widget.transitions.filter(({ event }) => event === 'match');
  const loop = context.loopOf(widget);
  const first = written[0]?.conditions[0];
  const input = textBelow(widget.properties, 'input') ?? first?.argument ?? '';
  if (loop !== undefined) {
    const at = first?.at ?? widget.at;
    const cases = [
      { when: 'again', title: undefined, to: loop.again, at },
      { when: 'done', title: undefined, to: loop.exit, at },
    ];
    const question: Question = { input, cases, otherwise: 'behind', behind: 1 };
    const leaves = (answer: Answer) => (typeof answer === 'string' ? undefined : answer);
    return [
      branchDraft(widget, {
        id,
        on: { loop: loop.times },
        question,
        to: (answer) => context.toOptional(leaves(answer)),
        at: (answer) => leaves(answer)?.at,
      }),
    ];
  }
  const noMatch = linkOf(widget, 'noMatch');
  const asked = questionsIn(written, input);
  const questions: readonly Question[] =
    asked.length > 0 ? asked : [{ input, cases: [], otherwise: 'behind', behind: 1 }];
  const ids = questions.map((_, index) => (index === 0 ? id : context.freshId(`${id}-else`)));
  return questions.map((question, index) => {
    const nextOf = (answer: Answer) =>
      answer === 'further'
        ? ids[index + 1]
        : answer === 'behind'
          ? ids[question.behind]
          : undefined;
    const leaves = (answer: Answer) => (typeof answer === 'string' ? noMatch : answer);
    return branchDraft(widget, {
      id: ids[index] ?? id,
      on: branchOn(question.input, context),
      question,
      to: (answer) => nextOf(answer) ?? context.to(leaves(answer)),
      at: (answer) => (nextOf(answer) === undefined ? leaves(answer).at : undefined),
    });
  });
}
