import { usedNames } from '../../flow/used-names.ts';
import { defineRule } from '../rule.ts';

/** Opening hours that are kept up to date for nobody. */
export const unusedCalendar = defineRule({
  id: 'unused-calendar',
  severity: 'warning',
  summary: 'every calendar of the directory decides where some callers go',
  source:
    'Genesys users look for objects that nothing uses; a directory that several scripts share is a good reason against, so the rule is strict',
  presets: ['strict'],
  messages: {
    unused: {
      says: 'No caller ever hears whether "{calendar}" is open: no branch, queue or outside number goes by this calendar.',
      help: 'Ask "{calendar}" in a branch or give it to a queue, or take it out of the directory.',
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
