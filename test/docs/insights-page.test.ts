import { describe, test } from '@jest/globals';
import { join } from 'node:path';
import { insights } from '../../src/insight/insights.ts';
import { expectGolden } from '../support/golden.ts';
import { projectFolder } from '../support/run-ivr.ts';

const intro = `# What the callers did

\`ivr analyze <script> --log <logs>\` replays the calls of a log on a menu and answers the questions below.
Each is one file in \`src/insight/\`; this page is made from them, and a test holds it to that. What an
outcome, a drop-out and a deviation are stands in [how-calls-are-counted.md](how-calls-are-counted.md).

\`\`\`sh
ivr analyze menus/bank.ivr.yaml --log calls.csv                       # all of it, for people
ivr analyze menus/bank.ivr.yaml --log calls.csv --only zero-outs      # one question
ivr analyze menus/bank.ivr.yaml --log calls.csv -f csv -o numbers     # a folder, a file for every table
ivr analyze menus/bank.ivr.yaml --log calls.csv --changed 2026-05-03  # before and after
ivr analyze menus/bank.ivr.yaml --log calls.csv --script old.ivr.yaml --until 2026-05-03
\`\`\`

## Every number

- A rate is \`{count, of, rate, low, high, trust}\`: numerator, denominator, share, and the 95 % interval of
  Wilson. A rate of fewer than 30 is not printed as a percentage (\`hidden\`); one whose interval reaches more
  than 5 points to each side is grey. Counts are always told.
- What a table leaves out is told below it, with its count and why (\`excluded\`); what can't be known from
  such a log is said (\`unknown\`), never guessed.
- Where fewer than 80 % of the calls fit the script wholly, nothing is concluded: only the fit is told, and
  what to check. \`--anyway\` concludes all the same. The threshold is a judgement.
- Intervals say how far chance reaches, not how far a log can be trusted, nor why callers did what they did.

## Which calls

\`--from\` and \`--to\` choose calls by when they began; a moment without an offset is one on the wall clock of
\`--zone\`, or of the directory. Several versions of a menu are never mixed in silence: give the older ones
with \`--script\`, oldest first, and say with \`--until\` when each ended; or, without \`--until\`, let the
\`version\` of each script find its calls by the column \`script\` of the log. Each version is then told by
itself, and what changed from one to the next. A log that names several versions says so at its head.

## Callers

Repeat calls need to know who called. The column \`caller\` is read only for that, and what it says is made
a number on reading: HMAC-SHA-256 (RFC 2104) with a key, so that trying all numbers finds nobody. The key is
that of \`--callers-key\`, or of \`IVR_CALLERS_KEY\`, at least 16 bytes; else a new one is made for each run and
never kept. Pseudonyms are never printed. Withheld numbers are nobody: they are counted, and in no rate.
Beyond two million calls a sample of callers is kept, with all their calls.

\`--anonymise\` makes a report that can be shared: no row that tells of 1 to 4 calls, no numbers, the window
by days, no names of files. Names of nodes, queues and reasons stay, for the report is about them. One hidden row of a
table that adds up can still be worked out from the others.

## Formats

\`text\` cuts long tables; \`json\`, \`markdown\` and \`csv\` hold all of them. JSON has insights by id, their
tables by id, and rows by field. CSV is a folder with a file for every table, \`log.csv\` on what was read and
\`left-out.csv\` on what is in no table; a new folder appears whole or not at all, and no cell is taken for a
formula.
`;

describe('the page of insights', () => {
  test('it tells every insight with its question, what is counted of what, and the source', () => {
    const sections = insights.map(({ id, title, question, definition, source }) =>
      [
        `## ${title}`,
        '',
        `\`${id}\`: ${question}`,
        '',
        definition,
        '',
        `Source: ${source}.`,
        '',
      ].join('\n'),
    );
    expectGolden(join(projectFolder, 'docs/insights.md'), [intro, ...sections].join('\n'));
  });
});
