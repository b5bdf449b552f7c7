import {
  optional,
  plainEither,
  plainFlag,
  plainInteger,
  plainList,
  plainShape,
  plainTable,
  plainText,
  plainWord,
  plainWords,
  type PlainReader,
} from '../source/plain-reader.ts';
import {
  plainCalendarId,
  plainDuration,
  plainKey,
  plainLanguage,
  plainNodeId,
  plainPrompt,
  plainQueueId,
  plainUnknown,
} from './plain-values.ts';
import type { BranchOn, MenuOption, NodeOfKind } from './script.ts';
import { optionRoles, tags } from './vocabulary.ts';

// What `parts.ts` lets through, read from a tree.

type Menu = NodeOfKind<'menu'>;

export const plainTags = plainList(plainWord(tags));

/** Attributes of the call and their values. */
export const plainAttributes = plainTable<string, string>(() => true, plainText);

export const plainExit: PlainReader<NonNullable<NodeOfKind<'queue'>['closed']>> = (tree) => {
  const to = plainNodeId(tree);
  return to === undefined ? plainShortExit(tree) : { to };
};
const plainShortExit = plainShape<NonNullable<NodeOfKind<'queue'>['closed']>>({
  to: optional(plainNodeId),
});

const attempts = optional(plainInteger(1, 20));
const say = optional(plainPrompt);
const to = optional(plainNodeId);

export const plainNoInput = plainShape<NonNullable<Menu['noInput']>>({
  wait: optional(plainDuration),
  attempts,
  say,
  to,
});

export const plainNoMatch = plainShape<NonNullable<Menu['noMatch']>>({ attempts, say, to });

const option = plainShape<MenuOption>({
  key: optional(plainKey),
  intent: optional(plainWords),
  say,
  title: optional(plainWords),
  to,
  do: optional(plainWord(['repeat', 'back'])),
  role: optional(plainWord(optionRoles)),
  reason: optional(plainWords),
  language: optional(plainLanguage),
  set: optional(plainAttributes),
  pinned: optional(plainFlag),
  tags: optional(plainTags),
});

export const plainOption: PlainReader<MenuOption> = (tree) => {
  const read = option(tree);
  if (read === undefined || (read.key ?? read.intent) === undefined) return undefined;
  return read.to === undefined || read.do === undefined ? read : undefined;
};

type On<Field extends string> = Extract<BranchOn, Readonly<Record<Field, unknown>>>;

const onField: Readonly<Record<string, PlainReader<BranchOn>>> = {
  calendar: plainShape<On<'calendar'>>({ calendar: plainEither(plainCalendarId, plainUnknown) }),
  attribute: plainShape<On<'attribute'>>({ attribute: plainWords }),
  emergency: plainShape<On<'emergency'>>({ emergency: plainCalendarId }),
  'queue-status': plainShape<On<'queue-status'>>({
    'queue-status': plainEither(plainQueueId, plainUnknown),
  }),
  result: plainShape<On<'result'>>({ result: plainWords }),
  loop: plainShape<On<'loop'>>({ loop: plainEither(plainInteger(0, 1000), plainUnknown) }),
};
const onWord = plainWord(['language', 'share']);

export const plainBranchOn: PlainReader<BranchOn> = (tree) => {
  if (tree.kind !== 'map') return onWord(tree);
  const name = tree.fields[0]?.name ?? '';
  return Object.hasOwn(onField, name) ? onField[name]?.(tree) : undefined;
};
