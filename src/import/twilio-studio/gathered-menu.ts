import type { Way } from '../exit-slot.ts';
import { numberBelow, textBelow } from '../tree-values.ts';
import { subjectOf, titleOf, whensOf } from './condition-words.ts';
import type { Link } from '../exit-slot.ts';
import { plainKeys } from './plain-keys.ts';
import { linkOf, type Condition, type Widget } from './widget.ts';

/** One thing that callers can choose. */
export interface GatheredOption {
  readonly key?: string;
  readonly intent?: string;
  readonly title: string | undefined;
  /** Where the value is written. */
  readonly at: Condition['at'];
  readonly link: Link;
}

/** A menu that Studio writes as several widgets: one gathers, the next ones split what was gathered. */
export interface GatheredMenu {
  readonly options: readonly GatheredOption[];
  /** The splits that belong to it. */
  readonly splits: readonly Widget[];
  /** Where callers go who answer something else; several where keys and speech lead apart. */
  readonly noMatch: readonly Way[];
}

/** What of an answer a split looks at. */
type Answer = 'Digits' | 'SpeechResult';

/** The parts of an answer that all the conditions of a split look at; nothing for any other split. */
function answersOf(split: Widget, gather: Widget): readonly Answer[] | undefined {
  const input = textBelow(split.properties, 'input') ?? '';
  const answers = new Set<Answer>();
  for (const { conditions } of split.transitions.filter(({ event }) => event === 'match')) {
    const [condition, more] = conditions;
    if (condition === undefined || more !== undefined) return undefined;
    const subject = subjectOf(condition.argument ?? input);
    if (!('widget' in subject) || subject.widget !== gather.name) return undefined;
    if (subject.value !== 'Digits' && subject.value !== 'SpeechResult') return undefined;
    answers.add(subject.value);
  }
  return answers.size === 0 ? undefined : [...answers];
}

/** What Studio takes for the whole of an intent: the words, or a comparison in words. */
function intentsOf(condition: Condition): readonly string[] {
  const trimmed = condition.value.trim();
  if (condition.type === 'contains' && trimmed !== '') return [trimmed];
  return whensOf(condition);
}

/** The options of a split, or nothing when one of its conditions is no choice of a key. */
function optionsOf(split: Widget, gather: Widget): readonly GatheredOption[] | undefined {
  const input = textBelow(split.properties, 'input') ?? '';
  const digits = numberBelow(gather.properties, 'number_of_digits');
  const options: GatheredOption[] = [];
  for (const { conditions, link } of split.transitions.filter(({ event }) => event === 'match')) {
    const [condition] = conditions;
    if (condition === undefined) return undefined;
    const subject = subjectOf(condition.argument ?? input);
    const isSpoken = 'value' in subject && subject.value === 'SpeechResult';
    const choices = isSpoken ? intentsOf(condition) : plainKeys(condition, digits);
    if (choices === undefined) return undefined;
    const common = { title: titleOf(condition), at: condition.at, link };
    for (const choice of choices) {
      options.push({ ...(isSpoken ? { intent: choice } : { key: choice }), ...common });
    }
  }
  return options;
}

/** Gives a spoken choice to the key that leads to the same place, where that is plain. */
function joined(
  keys: readonly GatheredOption[],
  intents: readonly GatheredOption[],
): readonly GatheredOption[] {
  const left = [...intents];
  const both = keys.map((option): GatheredOption => {
    const index = left.findIndex(({ link }) => link.target === option.link.target);
    if (index === -1 || option.link.target === '') return option;
    const [{ intent } = { intent: undefined }] = left.splice(index, 1);
    return intent === undefined ? option : { ...option, intent };
  });
  return [...both, ...left];
}

/** A split that only looks at the answer to this question, with its choices. */
function splitBehind(
  gather: Widget,
  link: Link,
  answer: Answer,
  widgetAt: (link: Link | undefined) => Widget | undefined,
): { readonly split: Widget; readonly options: readonly GatheredOption[] } | undefined {
  const split = widgetAt(link);
  if (split?.type !== 'split-based-on') return undefined;
  if (answersOf(split, gather)?.includes(answer) !== true) return undefined;
  const options = optionsOf(split, gather);
  return options === undefined ? undefined : { split, options };
}

/** The menu that a `gather-input-on-call` makes with the splits behind it; nothing where it asks for a number. */
export function gatheredMenuOf(
  gather: Widget,
  widgetAt: (link: Link | undefined) => Widget | undefined,
): GatheredMenu | undefined {
  if (gather.type !== 'gather-input-on-call') return undefined;
  const pressed = linkOf(gather, 'keypress');
  const spoken = linkOf(gather, 'speech');
  const byKey = splitBehind(gather, pressed, 'Digits', widgetAt);
  const bySpeech = splitBehind(gather, spoken, 'SpeechResult', widgetAt);
  const isSpokenOnly =
    bySpeech !== undefined &&
    (pressed.target === '' || pressed.target === linkOf(bySpeech.split, 'noMatch').target);
  if (byKey === undefined && !isSpokenOnly) return undefined;
  const splits = [...new Set([byKey, bySpeech].flatMap((found) => found?.split ?? []))];
  const keys = byKey?.options.filter(({ key }) => key !== undefined) ?? [];
  const intents = bySpeech?.options.filter(({ intent }) => intent !== undefined) ?? [];
  const told = new Set(
    [...(byKey?.options ?? []), ...(bySpeech?.options ?? [])].map(({ at }) => at),
  );
  if (new Set([...keys, ...intents].map(({ at }) => at)).size < told.size) return undefined;

  const noMatch: Way[] = splits.map((split) => {
    const link = linkOf(split, 'noMatch');
    return { when: split === byKey?.split ? 'pressed' : 'spoken', at: link.at, link };
  });
  const isSplitTogether = widgetAt(spoken) === byKey?.split;
  if (bySpeech === undefined && spoken.target !== '' && !isSplitTogether) {
    noMatch.push({ when: 'spoken', at: spoken.at, link: spoken });
  }
  if (byKey === undefined) noMatch.push({ when: 'pressed', at: pressed.at, link: pressed });
  return { options: joined(keys, intents), splits, noMatch };
}
