import { isName, type CalendarId, type QueueId } from '../script/names.ts';
import {
  plainCalendarId,
  plainDuration,
  plainLanguage,
  plainName,
  plainQueueId,
} from '../script/plain-values.ts';
import {
  optional,
  plainFlag,
  plainInteger,
  plainList,
  plainNumber,
  plainShape,
  plainTable,
  plainText,
  plainTextThat,
  plainWord,
  plainWords,
  type PlainReader,
} from '../source/plain-reader.ts';
import {
  countryPattern,
  currencyPattern,
  datePattern,
  hasDays,
  isDay,
  longestHours,
} from './directory-values.ts';
import type { Calendar, Directory, Queue, Staffing } from './directory.ts';

type Vendor = Directory['vendors'][keyof Directory['vendors']];
type Site = Directory['sites'][keyof Directory['sites']];
type OutsideNumber = Directory['numbers'][keyof Directory['numbers']];
type Exception = NonNullable<Calendar['exceptions']>[number];

const text = optional(plainText);
const flag = optional(plainFlag);
const duration = optional(plainDuration);
const name = optional(plainName);
const hours = plainTextThat((written) => written !== '' && written.length <= longestHours);
const date = optional(plainTextThat((written) => datePattern.test(written) && isDay(written)));

const written = plainShape<Exception>({ date, from: date, to: date, title: text, hours });
const exception: PlainReader<Exception> = (tree) => {
  const read = written(tree);
  return read !== undefined && hasDays(read) ? read : undefined;
};

const calendar = plainShape<Calendar>({
  title: text,
  timeZone: text,
  hours,
  holidays: optional(
    plainShape<NonNullable<Calendar['holidays']>>({
      country: plainTextThat((code) => countryPattern.test(code)),
      region: text,
    }),
  ),
  exceptions: optional(plainList(exception)),
  emergency: flag,
});

const queue = plainShape<Queue>({
  title: text,
  languages: optional(plainList(plainLanguage)),
  skills: optional(plainList(plainWords)),
  calendar: optional(plainCalendarId),
  capacity: optional(plainInteger(0)),
  overflow: optional(
    plainList(
      plainShape<NonNullable<Queue['overflow']>[number]>({ to: plainQueueId, after: duration }),
    ),
  ),
  priority: optional(plainInteger()),
  sites: optional(plainList(plainName)),
});

const staffing = plainShape<Staffing>({
  skill: text,
  queue: optional(plainQueueId),
  language: optional(plainLanguage),
  site: name,
  hours,
  timeZone: text,
  heads: plainInteger(0),
});

const vendor = plainShape<Vendor>({
  title: text,
  billing: optional(
    plainShape<NonNullable<Vendor['billing']>>({
      price: plainNumber(0),
      currency: plainTextThat((code) => currencyPattern.test(code)),
      per: plainWord(['second', 'minute']),
      increment: duration,
      minimum: duration,
      waiting: flag,
      holding: flag,
    }),
  ),
});

/** What may be left out: then it is empty. */
type Part = 'calendars' | 'queues' | 'staffing' | 'sites' | 'vendors' | 'numbers';

const directory = plainShape<Omit<Directory, Part> & Partial<Pick<Directory, Part>>>({
  $schema: text,
  directory: (tree) => (tree.kind === 'scalar' && tree.value === 1 ? 1 : undefined),
  id: plainName,
  title: text,
  note: text,
  timeZone: plainText,
  calendars: optional(plainTable<CalendarId, Calendar>(isName, calendar)),
  queues: optional(plainTable<QueueId, Queue>(isName, queue)),
  staffing: optional(plainList(staffing)),
  sites: optional(
    plainTable<string, Site>(
      isName,
      plainShape<Site>({ title: text, timeZone: text, vendor: name }),
    ),
  ),
  vendors: optional(plainTable<string, Vendor>(isName, vendor)),
  numbers: optional(
    plainTable<string, OutsideNumber>(
      isName,
      plainShape<OutsideNumber>({
        number: plainWords,
        title: text,
        calendar: optional(plainCalendarId),
      }),
    ),
  ),
});

/**
 * The directory in a tree where all of it is right, exactly as the schema reads it and without loading
 * it. Nothing where anything is wrong.
 */
export const plainDirectory: PlainReader<Directory> = (tree) => {
  const read = directory(tree);
  if (read === undefined) return undefined;
  const {
    calendars = {},
    queues = {},
    staffing: teams = [],
    sites = {},
    vendors = {},
    numbers = {},
    ...head
  } = read;
  return { ...head, calendars, queues, staffing: teams, sites, vendors, numbers };
};
