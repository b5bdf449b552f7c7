import type { ScriptNode } from '../../script/script.ts';
import { isUnknown } from '../../script/values.ts';
import { didYouMean } from '../../source/nearest-name.ts';
import { defineRule } from '../rule.ts';

/** The calendar that a branch asks, with the field that names it. */
function calendarIn(
  node: ScriptNode,
): { readonly name: string; readonly field: string } | undefined {
  if (node.kind !== 'branch' || typeof node.on !== 'object') return undefined;
  if ('emergency' in node.on) return { name: node.on.emergency, field: 'emergency' };
  if (!('calendar' in node.on) || isUnknown(node.on.calendar)) return undefined;
  return { name: node.on.calendar, field: 'calendar' };
}

/** Whether the place is open is asked of a calendar that doesn't exist. */
export const unknownCalendar = defineRule({
  id: 'unknown-calendar',
  severity: 'error',
  summary: 'every calendar that a branch uses is in the directory',
  source: 'Switchboard SWB001 for queues, carried over to opening hours',
  messages: {
    calendar: {
      says: '"{node}" checks the calendar "{calendar}", which is not in the directory, so nobody knows whether they hear that the place is closed.{hint}',
      help: 'Add the calendar "{calendar}" to the directory, or name one that it has.',
    },
  },
  check({ flow, directory, report }) {
    if (directory === undefined) return;
    const names = Object.keys(directory.calendars);
    const known = new Set(names);
    for (const { id, node, path } of flow.nodes) {
      const calendar = calendarIn(node);
      if (calendar === undefined || known.has(calendar.name)) continue;
      const { name, field } = calendar;
      const data = { node: id, calendar: name, hint: didYouMean(name, names) };
      report({ message: 'calendar', data, at: [...path, 'on', field] });
    }
  },
});
