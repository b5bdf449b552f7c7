import type {
  Fact,
  PrintedError,
  PrintedSection,
  PrintedWay,
  Printout,
  Reference,
  Said,
  Spoken,
} from '../print/printout.ts';

/** A piece of a line: plain words, or a link to a section. */
export interface Piece {
  readonly text: string;
  readonly look?: 'strong' | 'quiet' | undefined;
  /** The number of the section that it leads to. */
  readonly link?: string | undefined;
}

/** What is said in one language, with its time. */
export interface SaidLine {
  readonly language: string;
  /** The language of the words themselves. */
  readonly tongue: string;
  readonly text: string;
  readonly isQuote: boolean;
  readonly time: string;
}

/** A way, an error or an announcement: what it is, what is said, and where it leads. */
export interface Entry {
  readonly head: readonly Piece[];
  readonly said: readonly SaidLine[];
  readonly leads: readonly Piece[];
}

/** A printout as parts that every format can set. */
export type Block =
  | {
      readonly block: 'heading';
      readonly level: 1 | 2 | 3;
      readonly pieces: readonly Piece[];
      readonly anchor?: string | undefined;
    }
  | { readonly block: 'paragraph'; readonly pieces: readonly Piece[] }
  | {
      readonly block: 'entries';
      readonly entries: readonly Entry[];
      readonly languages: readonly string[];
    }
  | { readonly block: 'facts'; readonly facts: readonly (readonly Piece[])[] };

/** The headings of the columns with what is said; none where nothing is. */
export function toldIn(entries: readonly Entry[], languages: readonly string[]): readonly string[] {
  if (entries.every(({ said }) => said.length === 0)) return [];
  return languages.length === 1 ? ['Callers hear'] : languages;
}

const secondsText = (seconds: number): string => `${seconds.toFixed(1)} s`;

function saidLine(
  { language, tongue, text, recording, seconds, basis }: Spoken,
  by?: number,
): SaidLine {
  const time = basis === 'unknown' ? '? s' : secondsText(seconds);
  const until = by === undefined ? '' : `, by ${secondsText(by)}`;
  const words = text ?? (recording === undefined ? 'not known' : `recording ${recording}`);
  return {
    language,
    tongue,
    text: words,
    isQuote: text !== undefined && text !== '',
    time: `${time}${until}`,
  };
}

const saidLines = (
  said: Said | undefined,
  by: readonly (number | undefined)[] = [],
): readonly SaidLine[] => (said ?? []).map((spoken, index) => saidLine(spoken, by[index]));

function leadsTo(leads: Reference): readonly Piece[] {
  switch (leads.to) {
    case 'section': {
      const name = `${leads.number} ${leads.name}`;
      return [
        { text: leads.isEarlier ? 'see ' : '→ ' },
        { text: name, link: String(leads.number) },
      ];
    }
    case 'again':
      return [{ text: 'the same again' }];
    case 'back':
      return [{ text: 'back to the menu before' }];
    case 'nowhere':
      return [{ text: 'nowhere: the call is cut off', look: 'strong' }];
    case 'missing':
      return [{ text: `nowhere: there is no ${leads.name}`, look: 'strong' }];
  }
}

function wayEntry({ number, key, label, says, saidBy, leads }: PrintedWay): Entry {
  const press = key === undefined ? label : `press ${key}`;
  const name: readonly Piece[] =
    key === undefined || label === '' ? [] : [{ text: ` ${label}`, look: 'quiet' }];
  // Where a menu says its options in one text, only the second tells them apart.
  const times =
    says === undefined ? saidBy.flatMap((by) => (by === undefined ? [] : [secondsText(by)])) : [];
  return {
    head: [
      { text: `${number} `, look: 'quiet' },
      { text: press, look: 'strong' },
      ...name,
      ...(times.length === 0 ? [] : [{ text: ` by ${times.join(', ')}`, look: 'quiet' } as const]),
    ],
    said: saidLines(says, saidBy),
    leads: leadsTo(leads),
  };
}

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

/** The id behind a title; nothing behind one that was made from the id. */
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

const joined = (numbers: readonly (number | string)[]): readonly Piece[] =>
  numbers.flatMap((number, index): readonly Piece[] => [
    ...(index === 0 ? [] : [{ text: ', ' }]),
    { text: String(number), link: String(number) },
  ]);

const triggerWords = {
  noInput: 'Callers stay silent',
  noMatch: 'Callers enter what isn’t known',
  failure: 'It fails',
  closed: 'It is closed',
  overflow: 'The wait is too long',
  error: 'The system fails',
} as const satisfies Record<PrintedError['trigger'], string>;

function errorEntry({ number, trigger, sections, facts, says, leads }: PrintedError): Entry {
  const more = facts.length === 0 ? '' : ` ${facts.join(' ')}`;
  return {
    head: [
      { text: `${number} `, look: 'quiet' },
      { text: triggerWords[trigger], look: 'strong' },
      { text: ` in ` },
      ...joined(sections),
      { text: `.${more}` },
    ],
    said: saidLines(says),
    leads: leadsTo(leads),
  };
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
    `${count} steps, in ${languages.join(', ')}`,
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
