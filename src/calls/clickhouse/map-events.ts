import { callEventNames } from '../call-event.ts';
import { meaningsIn, type LogMapping, type OneMeaning } from '../mapping/mapping.ts';
import { skippedEvent } from './row-sql.ts';
import { transformed, type MappedTexts } from './map-texts.ts';
import { sqlText } from './sql-text.ts';

/** What a row says, as expressions. */
export interface EventSql {
  readonly event: string;
  readonly node: string;
  readonly value: string;
  /** Whether rows may be skipped; `event` is then `skippedEvent`. */
  readonly skips: boolean;
}

/** What stands for the event of a row with a word that isn't known; no event is called so. */
const unknownEvent = 'UNKNOWN';
const plainWords = callEventNames.map((name) => [name, name] as const);

/** The one event that a word means, or that it means none. */
const meaningOf = (
  meaning: Parameters<typeof meaningsIn>[0],
): Exclude<OneMeaning, string> | undefined => {
  const [one = 'skip'] = meaningsIn(meaning).filter((some) => some !== 'skip');
  if (one === 'skip') return undefined;
  return typeof one === 'string' ? { event: one } : one;
};

/** Reads event, node and value by the words of a mapping. Capitals of words don't matter. */
export function eventSql(mapping: LogMapping, texts: MappedTexts): EventSql {
  const { event: source = { text: 'enter' as const } } = mapping;
  const usual = { node: texts.textOf(mapping.node), value: texts.textOf(mapping.value) };
  if (typeof source === 'object' && 'text' in source)
    return { ...usual, event: sqlText(source.text), skips: false };
  const { column, words, others, ...cuts } =
    typeof source === 'string' ? { column: source } : source;
  const word = texts.named(`lowerUTF8(${texts.cutOut(texts.column(column), cuts)})`);
  const meanings = Object.entries(words ?? {}).map(
    ([written, meaning]) => [written.trim().toLowerCase(), meaningOf(meaning)] as const,
  );
  const known = meanings.map(([key, one]) => [key, one?.event ?? skippedEvent] as const);
  const event = transformed(
    word,
    words === undefined ? plainWords : known,
    sqlText(others === 'skip' ? skippedEvent : unknownEvent),
  );
  const elsewhere = (part: 'node' | 'value'): string => {
    const cases = meanings.flatMap(([key, one]) =>
      one?.[part] === undefined ? [] : [`${word} = ${sqlText(key)}`, texts.textOf(one[part])],
    );
    return cases.length === 0
      ? usual[part]
      : texts.named(`multiIf(${cases.join(', ')}, ${usual[part]})`);
  };
  return {
    ...{ event: texts.named(event), node: elsewhere('node'), value: elsewhere('value') },
    skips: others === 'skip' || meanings.some(([, one]) => one === undefined),
  };
}
