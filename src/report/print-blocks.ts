import type { Fact, PrintedSection, Printout } from '../print/printout.ts';
import { errorEntry, joined, leadsTo, saidLines, secondsText, wayEntry } from './print-entries.ts';
import type { Block, Piece } from './print-block.ts';
import { plural } from '../source/plural.ts';

const kindWords = {
  announcement: 'Announcement',
  menu: 'Menu',
  collect: 'Question',
  branch: 'Decision that nobody hears',
  task: 'Task',
  queue: 'Queue',
  transfer: 'Transfer',
  voicemail: 'Voicemail',
  callback: 'Callback',
  subflow: 'Other script',
  hangup: 'End',
  opaque: 'Block of a vendor',
} as const satisfies Record<PrintedSection['kind'], string>;

function timeText({ seconds }: PrintedSection, languages: readonly string[]): string {
  if (seconds.every((one) => one.seconds === 0)) return '';
  return seconds
    .map((one, index) => {
      const tag = seconds.length === 1 ? '' : `${languages[index] ?? ''} `;
      return `${tag}${one.isKnown ? '' : '≥ '}${secondsText(one.seconds)}`;
    })
    .join(', ');
}

/** The id after a title; nothing after a title that was made from the id. */
const idPieces = (title: string, id: string): readonly Piece[] =>
  title.toLowerCase() === id.replaceAll('-', ' ') ? [] : [{ text: ` ${id}`, look: 'quiet' }];

const sentence = (fact: Fact): readonly Piece[] => [{ text: fact }];

function sectionBlocks(section: PrintedSection, languages: readonly string[]): readonly Block[] {
  const { number, title, id, kind, says, facts, ways, errors } = section;
  const about = [kindWords[kind], timeText(section, languages)]
    .filter((part) => part !== '')
    .join(', ');
  const wrong: readonly Piece[] =
    errors.length === 0
      ? []
      : [{ text: ` If something goes wrong: `, look: 'quiet' }, ...joined(errors)];
  const said = saidLines(says);
  return [
    {
      block: 'heading',
      level: 3,
      pieces: [{ text: `${number} ${title}` }, ...idPieces(title, id)],
      anchor: String(number),
    },
    { block: 'paragraph', pieces: [{ text: `${about}.`, look: 'quiet' }, ...wrong] },
    ...(facts.length === 0 ? [] : [{ block: 'facts', facts: facts.map(sentence) } as const]),
    ...(said.length === 0 && ways.length === 0
      ? []
      : [
          {
            block: 'entries',
            languages,
            entries: [
              ...(said.length === 0 ? [] : [{ head: [{ text: 'says' }], said, leads: [] }]),
              ...ways.map(wayEntry),
            ],
          } as const,
        ]),
  ];
}

const heading = (level: 1 | 2, text: string): Block => ({
  block: 'heading',
  level,
  pieces: [{ text }],
});

/** A printout as headings, paragraphs and entries: the same for every format. */
export function printBlocks(printout: Printout): readonly Block[] {
  const { title, version, languages, entries, sections, unreached, errors, hours } = printout;
  const count = sections.length + unreached.length;
  const about = [
    `${plural(count, 'step')}, in ${languages.join(', ')}`,
    ...(version === undefined ? [] : [`version ${version}`]),
  ].join(', ');
  return [
    heading(1, title),
    {
      block: 'paragraph',
      pieces: [
        {
          text: `${about}. Read it aloud: this is what callers hear, in the order in which they can hear it. Seconds are those of recordings where their length is given, else of the text at 160 words a minute.`,
        },
      ],
    },
    heading(2, 'Where calls come in'),
    {
      block: 'facts',
      facts: entries.map(({ title: name, number, language, leads }) => {
        const who = [name, number, language].filter((part) => part !== undefined).join(', ');
        return [{ text: `${who === '' ? 'All calls' : who}: ` }, ...leadsTo(leads)];
      }),
    },
    heading(2, 'What callers hear'),
    ...sections.flatMap((section) => sectionBlocks(section, languages)),
    ...(unreached.length === 0
      ? []
      : [
          heading(2, 'Not reached by any call'),
          ...unreached.flatMap((section) => sectionBlocks(section, languages)),
        ]),
    ...(errors.length === 0
      ? []
      : [
          heading(2, 'When something goes wrong'),
          { block: 'entries', languages, entries: errors.map(errorEntry) } as const,
        ]),
    ...(hours.length === 0
      ? []
      : [
          heading(2, 'Queues and hours'),
          {
            block: 'facts',
            facts: hours.map(({ name, title: own, facts, sections: used }): readonly Piece[] => [
              { text: own ?? name, look: 'strong' },
              ...(own === undefined ? [] : [{ text: ` (${name})`, look: 'quiet' } as const]),
              { text: `: ${facts.join(' ')} See ` },
              ...joined(used),
              { text: '.' },
            ]),
          } as const,
        ]),
  ];
}
