import { IvrError } from '../../source/ivr-error.ts';
import { fixedOffset } from '../mapping/zone-name.ts';
import type { OffsetSpan } from '../../routing/zone-offsets.ts';
import { timeParts, type TimeWord } from '../mapping/time-pattern.ts';
import type { MappedTexts } from './map-texts.ts';
import { transformed } from './map-texts.ts';
import { sqlText } from './sql-text.ts';

/** A pattern as the statement reads it: a regular expression, and the expression of each part of a match. */
interface WrittenSql {
  readonly matching: string;
  readonly date: string;
  /** From the `T` to the milliseconds. */
  readonly time: string;
  /** Empty where none is written. */
  readonly offset: string;
}

const signs = /[\\^$.|?*+()[\]{}]/g;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const monthNumbers = Object.fromEntries(months.map((name, index) => [name, twoDigits(index + 1)]));

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
};

const unsupported = (what: string): IvrError =>
  new IvrError('log-layout', `A mapping of a table can't read times ${what}.`, {
    help: 'Make a view with a column of type DateTime64, and name that.',
  });

const iso =
  '^([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.]([0-9]{1,9}))?(Z|[+-][0-9]{2}:[0-9]{2})?$';

/** Reads what `writtenTimeReader` reads, as expressions. */
function writtenSql(text: string, pattern: string, { named }: MappedTexts): WrittenSql {
  const fields: string[] = [];
  const source =
    pattern === 'iso'
      ? iso
      : `^${timeParts(pattern)
          .map((part) => {
            if (part.kind === 'sign') return part.text.replaceAll(signs, '\\$&');
            fields.push(part.kind);
            if (part.kind === 'monthName') return '([A-Za-z]{3,20})';
            if (part.kind === 'half') return '([AaPp][.]?[Mm][.]?)';
            if (part.kind === 'offset') return '(Z|[+-][0-9]{2}:?[0-9]{2})';
            return `([0-9]{${part.least},${part.most}})`;
          })
          .join('')}$`;
  if (pattern === 'iso')
    fields.push('year', 'month', 'day', 'hour', 'minute', 'second', 'fraction', 'offset');
  const group = (kind: string): string | undefined => {
    const place = fields.indexOf(kind);
    return place < 0
      ? undefined
      : named(`replaceRegexpOne(${text}, ${sqlText(source)}, '\\\\${place + 1}')`);
  };
  const two = (digits: string | undefined): string =>
    digits === undefined ? `'00'` : `if(length(${digits}) = 1, concat('0', ${digits}), ${digits})`;
  if (!fields.includes('day')) throw unsupported('that name no day');
  const short = group('shortYear');
  const year =
    short === undefined
      ? group('year')
      : `concat(if(${two(short)} < '70', '20', '19'), ${two(short)})`;
  const name = group('monthName');
  const month =
    name === undefined
      ? two(group('month'))
      : transformed(`lower(substring(${name}, 1, 3))`, monthNumbers, `'00'`);
  const hour12 = group('hour12');
  const half = group('half');
  const hour =
    hour12 === undefined || half === undefined
      ? two(group('hour'))
      : two(
          named(
            `toString(toUInt8OrZero(${hour12}) % 12 + if(lower(substring(${half}, 1, 1)) = 'p', 12, 0))`,
          ),
        );
  const fraction = group('fraction');
  const ms = fraction === undefined ? `'000'` : `substring(concat(${fraction}, '000'), 1, 3)`;
  const offset = group('offset');
  const hours12 = hour12 === undefined ? '' : ` AND match(${two(hour12)}, '^(0[1-9]|1[0-2])$')`;
  return {
    matching: named(`match(${text}, ${sqlText(source)})${hours12}`),
    date: `concat(${year ?? `''`}, '-', ${month}, '-', ${two(group('day'))})`,
    time: `concat('T', ${hour}, ':', ${two(group('minute'))}, ':', ${two(group('second'))}, '.', ${ms})`,
    offset:
      offset === undefined
        ? `''`
        : `if(length(${offset}) = 5, concat(substring(${offset}, 1, 3), ':', substring(${offset}, 4, 2)), ${offset})`,
  };
}

/** A moment on the wall clock as the statement compares it: as text, to the millisecond. */
const wall = (ms: number): string => new Date(ms).toISOString().slice(0, 23);

/**
 * The offset of a wall clock by its time, where the clock shows it once; else nothing, so that the rules
 * judge the row: they know the order of rows no more than the table does.
 */
function offsetSql(local: string, spans: readonly OffsetSpan[]): string {
  const steps: string[] = [];
  for (const [index, { from, offset }] of spans.entries()) {
    const before = spans[index - 1];
    if (before === undefined || before.offset === offset) continue;
    const [one, other] = [from + before.offset, from + offset];
    steps.push(`${local} < ${sqlText(wall(Math.min(one, other)))}`);
    steps.push(sqlText(offsetText(before.offset / 60_000)));
    steps.push(`${local} < ${sqlText(wall(Math.max(one, other)))}`, `''`);
  }
  const last = sqlText(offsetText((spans.at(-1)?.offset ?? 0) / 60_000));
  return steps.length === 0 ? last : `multiIf(${steps.join(', ')}, ${last})`;
}

/** How the moments of a table are written, as far as a mapping says it. */
export interface WrittenMoment {
  readonly pattern: string;
  readonly zone: string | undefined;
  /** The offsets of that zone, for the years that the table has; empty for a fixed one. */
  readonly spans: readonly OffsetSpan[];
}

const isEpoch = (pattern: string): pattern is Exclude<TimeWord, 'iso'> =>
  pattern.startsWith('epoch-');

/**
 * The moments of a column of text in ISO 8601 with their offset, as `timeReader` reads them; a text that
 * it reads otherwise, or not at all, stays as it is.
 */
export function momentSql(
  text: string,
  { pattern, zone, spans }: WrittenMoment,
  texts: MappedTexts,
): string {
  if (isEpoch(pattern)) throw unsupported('that are numbers in a column of text');
  const { matching, date, time, offset } = writtenSql(text, pattern, texts);
  const local = texts.named(`concat(${date}, ${time})`);
  const fixed = zone === undefined ? undefined : fixedOffset(zone);
  const own = texts.named(offset);
  const zoned =
    zone === undefined
      ? `''`
      : fixed === undefined
        ? offsetSql(local, spans)
        : sqlText(offsetText(fixed));
  const whole = texts.named(`if(${own} = '', ${zoned}, ${own})`);
  return texts.named(`if(${matching} AND ${whole} != '', concat(${local}, ${whole}), ${text})`);
}

/** The first and the last year that a column of text may hold moments of. */
export function yearsSql(text: string, pattern: string, texts: MappedTexts): readonly string[] {
  const { matching, date } = writtenSql(text, pattern, texts);
  const year = texts.named(`toUInt16OrZero(substring(${date}, 1, 4))`);
  const isYear = `${matching} AND ${year} BETWEEN 1970 AND 2099`;
  return [`minIf(${year}, ${isYear}) AS least`, `maxIf(${year}, ${isYear}) AS most`];
}
