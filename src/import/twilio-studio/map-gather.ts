import type { MenuOption } from '../../script/script.ts';
import type { Extent } from '../../source/tree.ts';
import { marksOf, type Draft, type Mark } from '../draft.ts';
import { slotOf, type Slot } from '../exit-slot.ts';
import { below, numberBelow, textBelow } from '../tree-values.ts';
import type { FlowContext, Mapper } from './flow-context.ts';
import type { GatheredMenu } from './gathered-menu.ts';
import type { Question, Retries } from './question.ts';
import { readSay, type Say } from './read-say.ts';
import { linkOf, type Widget } from './widget.ts';

/** Where callers go who don't answer as asked, after how many times, and what they hear before. */
interface RetryParts {
  readonly attempts: number;
  readonly say: Say | undefined;
  readonly slot: Slot;
  readonly marks: readonly Mark[];
}

/** A gather asks once; a counter on the way back makes it several times. */
function retryParts(
  widget: Widget,
  context: FlowContext,
  field: 'noInput' | 'noMatch',
  { ways, limit, at }: Retries,
): RetryParts {
  const exits = limit === undefined ? ways : ways.map((way) => ({ ...way, link: limit.exit }));
  const slot = slotOf(context, context.idOf(widget), field, 'how they answered', exits);
  const marks = marksOf([
    [[field], at],
    [[field, 'say'], limit?.say?.at],
    ...[...ways, ...exits].map(({ link }): [string[], Extent] => [[field, 'to'], link.at]),
  ]);
  return { attempts: limit?.attempts ?? 1, say: limit?.say?.say, slot, marks };
}

/** Seconds that Studio waits for a key where the widget names none. */
const defaultWait = 5;
const mostAttempts = 20;

/** What every question has; a message that is said several times asks as often. */
function commonParts(widget: Widget, context: FlowContext, question: Question) {
  const { say, at } = readSay(widget);
  const wait = numberBelow(widget.properties, 'timeout') ?? defaultWait;
  const silent = retryParts(widget, context, 'noInput', question.noInput);
  const wrong = retryParts(widget, context, 'noMatch', question.noMatch);
  const loop = Math.trunc(numberBelow(widget.properties, 'loop') ?? 1);
  const attempts = silent.attempts > 1 || loop < 1 ? silent.attempts : Math.min(loop, mostAttempts);
  return {
    wait,
    fields: {
      origin: context.originOf(widget),
      say,
      noInput: { wait, attempts, say: silent.say, to: silent.slot.to },
      noMatch: { attempts: wrong.attempts, say: wrong.say, to: wrong.slot.to },
    },
    marks: [
      ...marksOf([
        [['say'], at],
        [['noInput', 'wait'], below(widget.properties, 'timeout')],
      ]),
      ...silent.marks,
      ...wrong.marks,
    ],
    drafts: [...silent.slot.drafts, ...wrong.slot.drafts],
  };
}

function mapMenu(
  widget: Widget,
  context: FlowContext,
  question: Question,
  menu: GatheredMenu,
): readonly Draft[] {
  const { wait, fields, marks, drafts } = commonParts(widget, context, question);
  const options = menu.options.map(({ key, intent, title, link }): MenuOption => ({
    key,
    intent,
    title,
    to: context.to(link),
  }));
  const hasLongKeys = options.some(({ key }) => key !== undefined && key.length > 1);
  const optionMarks = menu.options.flatMap(({ key, at, link }, index) =>
    marksOf([
      [['options', index], at],
      [['options', index, key === undefined ? 'intent' : 'key'], at],
      [['options', index, 'to'], link.at],
    ]),
  );
  return [
    {
      id: context.idOf(widget),
      node: { kind: 'menu', ...fields, options, interDigit: hasLongKeys ? wait : undefined },
      marks: [...optionMarks, ...marks],
    },
    ...drafts,
  ];
}

/** What ends an entry: a key, or nothing where the flow takes that away. */
function endKeyOf({ properties }: Widget): string | undefined {
  const written = below(properties, 'finish_on_key');
  if (written?.kind !== 'scalar' || written.value === null) return '#';
  const key = textBelow(properties, 'finish_on_key')?.trim() ?? '';
  return /^[0-9*#]$/.test(key) ? key : undefined;
}

function mapCollect(widget: Widget, context: FlowContext, question: Question): readonly Draft[] {
  const { wait, fields, marks, drafts } = commonParts(widget, context, question);
  const next = question.length?.enough ?? linkOf(widget, 'keypress');
  const max = numberBelow(widget.properties, 'number_of_digits');
  return [
    {
      id: context.idOf(widget),
      node: {
        kind: 'collect',
        ...fields,
        digits: {
          min: question.length?.min,
          max: max !== undefined && Number.isInteger(max) && max >= 1 ? max : undefined,
          end: endKeyOf(widget),
          interDigit: wait,
        },
        to: context.to(next),
      },
      marks: [
        ...marksOf([
          [['digits', 'min'], question.length?.tooFew.at],
          [['digits', 'max'], below(widget.properties, 'number_of_digits')],
          [['digits', 'end'], below(widget.properties, 'finish_on_key')],
          [['to'], next.at],
        ]),
        ...marks,
      ],
    },
    ...drafts,
  ];
}

/** `gather-input-on-call`: a menu together with the splits behind it, else a number that is asked for. */
export const mapGather: Mapper = (widget, context) => {
  const question = context.questionOf(widget);
  return question.menu === undefined
    ? mapCollect(widget, context, question)
    : mapMenu(widget, context, question, question.menu);
};
