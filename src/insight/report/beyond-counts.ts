import { tableOf } from '../table.ts';
import type { Answer } from './answer.ts';

/** What only a log of single calls can tell, and why counts can't. */
const beyondCounts = [
  [
    'outcomes and containment',
    'they need the end of a call together with what happened before in it',
  ],
  ['calls', 'counts are of visits: one caller who comes back ten times is not ten callers'],
  ['paths, rounds and ways to a queue', 'the report doesn’t say which exits belong to one call'],
  ['drop-outs', 'callers who were served hang up, too, and look the same'],
  ['which words callers left at', 'a mean of seconds doesn’t show when each caller left'],
  ['decision times and full listens', 'they need the second of every press'],
  ['early and late requests for a person', 'they need the second of every press'],
  ['transfers and repeat calls', 'they need what happened to the call later, and who called'],
  [
    'hours, weekdays, languages, versions',
    'counts are added over all of them, unless there is a report for each',
  ],
] as const;

/** What a report of counts can't tell. */
export const notKnown: Answer = () => ({
  insight: {
    id: 'not-known',
    title: 'What this report can’t answer',
    question: 'Which questions need a log of single calls?',
    definition:
      'Questions that no report of counts can answer. A log answers them: docs/log-format.md.',
    source: 'docs/ivr-reports.md',
  },
  found: {
    tables: [
      tableOf(
        'questions',
        'Questions',
        { what: 'what', why: 'why' },
        beyondCounts.map(([what, why]) => ({ what, why })),
      ),
    ],
  },
});
