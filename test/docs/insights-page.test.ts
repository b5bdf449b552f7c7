import { describe, test } from '@jest/globals';
import { join } from 'node:path';
import { insights } from '../../src/insight/insights.ts';
import { expectGolden } from '../support/golden.ts';
import { projectFolder } from '../support/run-ivr.ts';

const intro = `# What the callers did

\`ivr analyze\` replays a call log on a menu and answers the questions on this page: where callers are lost,
what they want, how long they listen. Outcomes, drop-outs and deviations are explained in
[How calls are counted](how-calls-are-counted.md).

\`\`\`sh
ivr analyze menus/bank.ivr.yaml --log calls.csv                       # all questions, as text
ivr analyze menus/bank.ivr.yaml --log calls.csv --only zero-outs      # one question
ivr analyze menus/bank.ivr.yaml --log calls.csv -f csv -o numbers     # a folder with a file for each table
ivr analyze menus/bank.ivr.yaml --log calls.csv --changed 2026-05-03  # before and after a change
ivr analyze menus/bank.ivr.yaml --log calls.csv --script old.ivr.yaml --until 2026-05-03  # two versions
\`\`\`

Then read [Suggestions](suggestions.md): what to change.

## How to read the numbers

- Every rate shows its count, the total, the share, and the 95 % interval of Wilson. In JSON this is
  \`{count, of, rate, low, high, trust}\`.
- A rate of fewer than 30 is not printed as a percentage (\`trust: hidden\`). A rate whose interval reaches more
  than 5 points to each side is grey (\`trust: grey\`). The counts are always shown.
- Below each table stands what it leaves out, with the count and the reason (\`excluded\`).
- What such a log can't tell is said (\`unknown\`), never guessed.
- If fewer than 80 % of the calls fit the script completely, you get only the fit and what to check. \`--anyway\`
  gives all answers all the same. The threshold is our judgement.
- An interval shows what chance can do. It doesn't show how good the log is, or why callers did something.

## Which calls

\`--from\` and \`--to\` choose calls by when they began. A time without an offset is on the wall clock of \`--zone\`,
or else of the directory.

Versions of a menu are never mixed in silence. A log that names several versions says so at its head. There are
two ways to give the older versions with \`--script\`, oldest first:

- Say with \`--until\` when each version ended.
- Without \`--until\`, the \`version\` of each script finds its calls by the log's column \`script\`.

Each version is then reported by itself, and after that what changed from one to the next.

## Callers

Repeat calls need to know who called. The column \`caller\` is read only for that.

- Each caller becomes a number while the log is read: HMAC-SHA-256 (RFC 2104) with a secret key. Without the
  key, nobody can find a caller by trying all phone numbers.
- The key comes from \`--callers-key\` or \`IVR_CALLERS_KEY\`, at least 16 bytes. Without one, each run makes a
  new key and never keeps it.
- These numbers are never printed.
- A call belongs to the first caller that one of its rows names. If an id is used again, the next call has its own caller.
- Calls of withheld numbers are counted, but they are in no rate of repeat calls.
- Above two million calls, a sample of callers is kept, with all their calls.

\`--anonymise\` makes a report that you can share: no row about 1 to 4 calls, no phone numbers, dates in whole
days, no file names. Names of nodes, queues and reasons stay, because the report is about them. If a table
adds up, a reader can still work out one hidden row from the others.

## Formats

\`text\` cuts long tables. \`json\`, \`markdown\` and \`csv\` hold all rows.

- JSON has insights by id, their tables by id, and rows by field.
- CSV is a folder with a file for each table, \`log.csv\` about what was read, and \`left-out.csv\` about what is
  in no table. A new folder appears complete or not at all. No cell can run as a formula in a spreadsheet.
`;

/** A definition as a paragraph, and a list of the columns that it explains. */
function definitionLines(definition: string): readonly string[] {
  const sentences = definition.split(/(?<=[.])\s+(?=[A-Z])/);
  return sentences.reduce<readonly string[]>((lines, sentence) => {
    const [, label, rest] = /^([A-Z][^.:,]{2,40}): (.*)$/.exec(sentence) ?? [];
    if (label !== undefined && rest !== undefined) return [...lines, `- **${label}**: ${rest}`];
    const last = lines.at(-1);
    return last === undefined ? [sentence] : [...lines.slice(0, -1), `${last} ${sentence}`];
  }, []);
}

/** Pages that a source names become links. */
const linked = (source: string): string =>
  source
    .replace(/docs\/([\w/-]+\.md)/g, '[$1]($1)')
    .replace('docs/rules', '[rules](rules/index.md)');

describe('the page of insights', () => {
  test('it tells every insight with its question, what is counted of what, and the source', () => {
    const sections = insights.map(({ id, title, question, definition, source }) =>
      [
        `## ${title}`,
        '',
        `\`${id}\`: ${question}`,
        '',
        ...definitionLines(definition).flatMap((line, index, { [index - 1]: before }) =>
          line.startsWith('- ') && before?.startsWith('- ') === false ? ['', line] : [line],
        ),
        '',
        `Source: ${linked(source)}.`,
        '',
      ].join('\n'),
    );
    expectGolden(join(projectFolder, 'docs/insights.md'), [intro, ...sections].join('\n'));
  });
});
