import { IvrError } from '../../source/ivr-error.ts';
import { fixedOffset } from '../mapping/zone-name.ts';
import type { OffsetSpan } from '../../routing/zone-offsets.ts';
import {
  timeParts,
  type TimeField,
  type TimePart,
  type TimeWord,
} from '../mapping/time-pattern.ts';
import type { MappedTexts } from './map-texts.ts';
import { transformed } from './map-texts.ts';
import { sqlText } from './sql-text.ts';

/** A moment as it is written, as expressions. */
export interface WrittenSql {
  /** Whether it is written by the pattern. */
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
const monthNumbers = months.map((name, index) => [name, twoDigits(index + 1)] as const);

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
};

const isEpoch = (pattern: string): pattern is Exclude<TimeWord, 'iso'> =>
  pattern.startsWith('epoch-');

const unsupported = (what: string): IvrError =>
  new IvrError('log-layout', `A mapping of a table can't read times ${what}.`, {
    help: 'Make a view with a column of type DateTime64, and name that.',
  });

/** A regular expression, and what its groups are. */
interface Expression {
  readonly source: string;
  readonly fields: readonly TimeField[];
}

const iso: Expression = {
  source:
    '^([0-9]{4})-([0-9]{2})-([0-9]{2})[T ]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.]([0-9]{1,9}))?(Z|[+-][0-9]{2}:[0-9]{2})?$',
  fields: ['year', 'month', 'day', 'hour', 'minute', 'second', 'fraction', 'offset'],
};

/** Fields that are no numbers. */
const wordFields: Readonly<Record<TimeField, string | undefined>> = {
  ...{ year: undefined, shortYear: undefined, month: undefined, day: undefined },
  ...{ hour: undefined, hour12: undefined, minute: undefined, second: undefined },
  fraction: undefined,
  monthName: '([A-Za-z]{3,20})',
  weekday: '([A-Za-z]{2,20})',
  half: '([AaPp][Mm]|[AaPp][.][Mm][.])',
  offset: '(Z|[+-](?:(?:0[0-9]|1[0-3]):?[0-5][0-9]|14:?00))',
};

function expressionOf(parts: readonly TimePart[]): Expression {
  const fields: TimeField[] = [];
  let isOpen = false;
  const sources = parts.map((part) => {
    if (part.kind === 'sign') {
      isOpen = false;
      return part.text.replaceAll(signs, '\\$&');
    }
    fields.push(part.kind);
    const word = wordFields[part.kind];
    if (word !== undefined) {
      isOpen = false;
      return word;
    }
    // The reader takes as many digits as there are; an expression would give some back.
    if (isOpen) throw unsupported('whose numbers nothing separates');
    isOpen = part.least < part.most;
    return `([0-9]{${part.least},${part.most}})`;
  });
  return { source: `^${sources.join('')}$`, fields };
}

/**
 * Reads what `writtenTimeReader` reads. Throws an IvrError `log-layout` for a pattern that a statement
 * can't read.
 */
export function writtenSql(text: string, pattern: string, { named }: MappedTexts): WrittenSql {
  if (isEpoch(pattern)) throw unsupported('that are numbers in a column of text');
  const { source, fields } = pattern === 'iso' ? iso : expressionOf(timeParts(pattern));
  const group = (kind: TimeField): string | undefined => {
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

/** The clock of moments without an offset. */
export interface WrittenClock {
  readonly zone: string | undefined;
  /** The offsets of that zone, for the years that the table has; empty for a fixed one. */
  readonly spans: readonly OffsetSpan[];
}

/**
 * The moments of a column of text in ISO 8601 with their offset, as `timeReader` reads them; a text that
 * it reads otherwise, or not at all, stays as it is.
 */
export function momentSql(
  text: string,
  { matching, date, time, offset }: WrittenSql,
  { zone, spans }: WrittenClock,
  texts: MappedTexts,
): string {
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

/** What selects the first and the last year of such moments. */
export function yearsSql({ matching, date }: WrittenSql, texts: MappedTexts): readonly string[] {
  const year = texts.named(`toUInt16OrZero(substring(${date}, 1, 4))`);
  const isYear = `${matching} AND ${year} BETWEEN 1970 AND 2099`;
  return [`minIf(${year}, ${isYear}) AS least`, `maxIf(${year}, ${isYear}) AS most`];
}
