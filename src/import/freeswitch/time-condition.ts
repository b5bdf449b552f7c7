import { attributeOf, type XmlElement } from '../../source/xml-tree.ts';

/** What a condition of the dialplan can ask of the clock. */
const times = ['wday', 'hour', 'minute', 'minute-of-day', 'time-of-day'] as const;
const dates = ['year', 'yday', 'mon', 'mday', 'week', 'mweek', 'date-time'] as const;
const days = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'];

/** A condition on time: as it is written, and what people call it. */
export interface TimeCondition {
  readonly written: string;
  /** `holiday` for single dates, `open` for hours that come back every week. */
  readonly when: 'open' | 'holiday';
  /** `Mo-Fr 09:00-18:59`, where the condition is one of days and hours. */
  readonly title: string | undefined;
}

/** Days count from Sunday, which is 1. */
function dayNames(text: string): string | undefined {
  const names = text.split(',').map((part) => {
    const ends = part
      .trim()
      .split('-')
      .map((day) =>
        /^[1-7]$/.test(day)
          ? days[Number(day) - 1]
          : days.find((name) => day.toLowerCase().startsWith(name.toLowerCase())),
      );
    return ends.every((end) => end !== undefined) && ends.length <= 2 ? ends.join('-') : undefined;
  });
  return names.every((name) => name !== undefined) ? names.join(',') : undefined;
}

/** An hour counts to its last minute. */
function hourNames(text: string): string | undefined {
  const match = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim());
  const two = (digits: string) => digits.padStart(2, '0');
  return match?.[1] === undefined
    ? undefined
    : `${two(match[1])}:00-${two(match[2] ?? match[1])}:59`;
}

/** What a condition asks of the clock; nothing for one that asks something else. */
export function timeConditionOf(condition: XmlElement): TimeCondition | undefined {
  const asked = [...times, ...dates].flatMap((name) => attributeOf(condition, name) ?? []);
  if (asked.length === 0) return undefined;
  const value = (name: string) => attributeOf(condition, name)?.value;
  const isDate = dates.some((name) => value(name) !== undefined);
  const day = value('wday');
  const hour = value('hour');
  const hours = value('time-of-day')?.replace(/:00(?=-|$)/g, (seconds, at: number) =>
    at > 4 ? '' : seconds,
  );
  const parts = [
    ...(day === undefined ? [] : [dayNames(day)]),
    ...(hour === undefined ? [] : [hourNames(hour)]),
    ...(hours === undefined ? [] : [hours]),
  ];
  const isPlain = asked.length === parts.length && parts.every((part) => part !== undefined);
  return {
    written: asked.map(({ name, value: said }) => `${name}="${said}"`).join(' '),
    when: isDate ? 'holiday' : 'open',
    title: isPlain ? parts.join(' ') : undefined,
  };
}
