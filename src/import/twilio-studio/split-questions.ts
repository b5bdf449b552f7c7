import type { Extent } from '../../source/tree.ts';
import type { Link } from '../exit-slot.ts';
import { oppositeOf, titleOf, whensOf } from './condition-words.ts';
import type { Condition, Transition } from './widget.ts';

/** Where an answer leads: out of the split, to the question behind, or to the next transition. */
export type Answer = Link | 'further' | 'behind';

/** One way out of a question, with the words it is taken for. */
export interface Case {
  readonly when: string;
  readonly title: string | undefined;
  readonly to: Answer;
  readonly at: Extent;
}

/** What a split asks of one value before it looks at anything else. */
export interface Question {
  readonly input: string;
  readonly cases: readonly Case[];
  readonly otherwise: Answer;
  /** The position of the question for those who go `behind`; that of `noMatch` is one more than the last. */
  readonly behind: number;
}

/** A question to which further conditions on the same value may be added. */
interface OpenQuestion extends Question {
  readonly isOpen: boolean;
}

/** Asks a condition: one that says what must not be is asked the other way round. */
function asking(
  { cases, ...question }: OpenQuestion,
  condition: Condition,
  yes: Answer,
  no: Answer,
): OpenQuestion {
  const opposite = oppositeOf(condition);
  const [asked, to, otherwise] =
    opposite === undefined ? [condition, yes, no] : [opposite, no, yes];
  const title = titleOf(asked);
  const added = whensOf(asked).map((when): Case => ({ when, title, to, at: condition.at }));
  const isOpen = opposite === undefined && question.isOpen;
  return { ...question, cases: [...cases, ...added], otherwise, isOpen };
}

/** Conditions that stand together must all be true: each is asked behind the one before. */
function inTurn(transition: Transition, input: string, first: number): readonly OpenQuestion[] {
  const { conditions, link } = transition;
  const behind = first + conditions.length;
  return conditions.map((condition, index) => {
    const blank: OpenQuestion = {
      input: condition.argument ?? input,
      cases: [],
      otherwise: 'behind',
      behind,
      isOpen: false,
    };
    return asking(blank, condition, index === conditions.length - 1 ? link : 'further', 'behind');
  });
}

/**
 * The questions of a split, in the order in which Studio asks them. Conditions on one value are one
 * question, until one of them says what must not be: every other value leaves there, so what stands
 * behind is asked on its own.
 */
export function questionsIn(matches: readonly Transition[], input: string): readonly Question[] {
  const questions: OpenQuestion[] = [];
  for (const transition of matches) {
    const [condition, more] = transition.conditions;
    if (more !== undefined) {
      questions.push(...inTurn(transition, input, questions.length));
      continue;
    }
    const subject = condition?.argument ?? input;
    const last = questions.at(-1);
    const isSame = last?.isOpen === true && last.input.trim() === subject.trim();
    const open: OpenQuestion = isSame
      ? last
      : {
          input: subject,
          cases: [],
          otherwise: 'behind',
          behind: questions.length + 1,
          isOpen: true,
        };
    const when = 'a condition that is not written';
    const asked =
      condition === undefined
        ? {
            ...open,
            cases: [
              ...open.cases,
              { when, title: undefined, to: transition.link, at: transition.at },
            ],
          }
        : asking(open, condition, transition.link, 'behind');
    questions.splice(isSame ? -1 : questions.length, isSame ? 1 : 0, asked);
  }
  return questions;
}
