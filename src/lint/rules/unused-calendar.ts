import { usedNames } from '../../flow/used-names.ts';
import { defineRule } from '../rule.ts';

/** Opening hours that are kept up to date for nobody. */
export const unusedCalendar = defineRule({
  id: 'unused-calendar',
  severity: 'warning',
  summary: 'every calendar of the directory decides where some callers go',
  source:
    'Genesys users look for unused objects; a directory that several scripts share is a good reason against, so only the preset strict has the rule',
  presets: ['strict'],
  messages: {
    unused: {
      says: 'No caller ever hears whether "{calendar}" is open: no branch, queue or outside number uses this calendar.',
      help: 'Use "{calendar}" in a branch or for a queue, or remove it from the directory.',
    },
  },
  check({ script, flow, directory, report }) {
    if (directory === undefined) return;
    const { calendars, complete } = usedNames(flow, directory);
    if (!complete) return;
    const at = script.directory === undefined ? [] : ['directory'];
    for (const calendar of Object.keys(directory.calendars)) {
      if (!calendars.has(calendar)) report({ message: 'unused', data: { calendar }, at });
    }
  },
});
