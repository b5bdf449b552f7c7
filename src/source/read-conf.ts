import type { ConfDirective, ConfEntry, ConfFile, ConfSection, ConfText } from './conf-file.ts';
import { confLines, type ConfLine } from './conf-lines.ts';
import type { Finding } from './finding.ts';
import type { Source } from './source.ts';
import { syntaxFinding } from './syntax-finding.ts';
import type { Extent } from './tree.ts';

/** What reading a configuration file gave: what could be read, and what is wrong. */
export interface ConfReading {
  readonly file: ConfFile;
  readonly findings: readonly Finding[];
}

/** A section while its entries are still coming in. */
type OpenSection = Omit<ConfSection, 'entries'> & { readonly entries: ConfEntry[] };

/** A part of a line without the blanks around it. */
function textOf({ text, offsets }: ConfLine, from: number, to: number): ConfText {
  let first = from;
  let last = to;
  while (first < last && text.charCodeAt(first) <= 32) first += 1;
  while (last > first && text.charCodeAt(last - 1) <= 32) last -= 1;
  return {
    text: text.slice(first, last),
    offsets: (index) => offsets(first + Math.min(index, last - first)),
    start: offsets(first),
    // Behind the last character, and not before what comes behind a comment.
    end: last === first ? offsets(first) : offsets(last - 1) + 1,
  };
}

const wholeOf = (line: ConfLine): Extent => textOf(line, 0, line.text.length);

/** The parts of a line between two positions that commas divide. */
function listed(line: ConfLine, from: number, to: number): readonly ConfText[] {
  const parts: ConfText[] = [];
  for (let start = from; start <= to;) {
    const comma = line.text.indexOf(',', start);
    const end = comma === -1 || comma > to ? to : comma;
    parts.push(textOf(line, start, end));
    start = end + 1;
  }
  return parts.filter(({ text }) => text !== '');
}

interface Problems {
  error(at: Extent, message: string, help: string): void;
  /** For what Asterisk ignores with a warning. */
  warning(at: Extent, message: string, help: string): void;
}

function readHeader(line: ConfLine, start: number, problems: Problems): OpenSection | undefined {
  const close = line.text.indexOf(']', start);
  const header = wholeOf(line);
  if (close === -1) {
    const message = 'The name of this section has no end, so Asterisk refuses the whole file.';
    problems.error(header, message, 'Write "]" after the name.');
    return undefined;
  }
  const name = textOf(line, start + 1, close);
  const bare = { name, header, isTemplate: false, isAddition: false, bases: [], entries: [] };
  if (line.text[close + 1] !== '(') {
    const rest = textOf(line, close + 1, line.text.length);
    if (rest.text.startsWith('(')) {
      const message = `Asterisk ignores "${rest.text}": a blank stands before it.`;
      problems.warning(rest, message, 'Write it right after the "]".');
    }
    return bare;
  }
  const end = line.text.indexOf(')', close);
  if (end === -1) {
    const message = `The options of "${name.text}" have no end, so Asterisk refuses the whole file.`;
    problems.error(header, message, 'Write ")" after them.');
    return bare;
  }
  const options = listed(line, close + 2, end);
  return {
    ...bare,
    isTemplate: options.some(({ text }) => text === '!'),
    isAddition: options.some(({ text }) => text.startsWith('+')),
    bases: options.filter(({ text }) => text !== '!' && !text.startsWith('+')),
  };
}

function readDirective(
  line: ConfLine,
  start: number,
  section: number,
  problems: Problems,
): ConfDirective | undefined {
  const word = /^#[ \t]*(include|tryinclude|exec)(?![a-z])/i.exec(line.text.slice(start));
  if (word === null) {
    const help = 'Asterisk knows #include, #tryinclude and #exec; a comment begins with ";".';
    problems.warning(wholeOf(line), 'Asterisk ignores this line: it begins with "#".', help);
    return undefined;
  }
  let from = start + word[0].length;
  let to = line.text.length;
  const given = textOf(line, from, to).text;
  if (/^(".*"|<.*>)$/.test(given)) {
    from = line.text.indexOf(given.charAt(0), from) + 1;
    to = line.text.lastIndexOf(given.charAt(given.length - 1));
  }
  const target = textOf(line, from, to);
  return { word: word[1]?.toLowerCase() as ConfDirective['word'], target, section };
}

/** The value behind an operator. What is added keeps the blanks before it: they divide words. */
function valueOf(line: ConfLine, from: number, adds: boolean): ConfText {
  const value = textOf(line, from, line.text.length);
  if (!adds || value.text === '') return value;
  const blanks = line.text.slice(from).search(/[^\0-\x20]/);
  const { offsets } = value;
  return {
    ...value,
    text: ' '.repeat(blanks) + value.text,
    offsets: (index) => offsets(Math.max(0, index - blanks)),
  };
}

function readEntry(line: ConfLine, from: number, problems: Problems): ConfEntry | undefined {
  // A backslash takes its meaning from the first character of a name.
  const isEscaped = line.text[from] === '\\';
  const start = isEscaped ? from + 1 : from;
  const equals = line.text.indexOf('=', isEscaped ? start + 1 : start);
  if (equals === -1) {
    const message = 'Asterisk ignores this line: it has no "=".';
    problems.warning(wholeOf(line), message, 'Write "name = value", or make it a comment.');
    return undefined;
  }
  const adds = equals > start && line.text[equals - 1] === '+';
  const isArrow = !adds && line.text[equals + 1] === '>';
  const name = textOf(line, start, adds ? equals - 1 : equals);
  if (name.text === '') {
    problems.warning(
      wholeOf(line),
      'Asterisk ignores this line: nothing stands before the "=".',
      'Write "name = value".',
    );
    return undefined;
  }
  const value = valueOf(line, equals + (isArrow ? 2 : 1), adds);
  return { name, operator: adds ? '+=' : isArrow ? '=>' : '=', value };
}

/**
 * Reads a configuration file of Asterisk (`queues.conf`, `extensions.conf`) with the place of
 * everything. Files that it includes aren't read: they are told as directives. What Asterisk would
 * refuse or pass over is a finding; everything else is read on. Time and space are linear.
 */
export function readConf(source: Source): ConfReading {
  const { lines, findings: ofLines } = confLines(source);
  const findings: Finding[] = [...ofLines];
  const problems: Problems = {
    error: (at, message, help) => findings.push(syntaxFinding(source, at, message, help)),
    warning: (at, message, help) =>
      findings.push({ ...syntaxFinding(source, at, message, help), severity: 'warning' }),
  };
  const sections: OpenSection[] = [];
  const directives: ConfDirective[] = [];
  let homeless = false;

  for (const line of lines) {
    const start = line.text.search(/[^\0-\x20]/);
    if (start === -1) continue;
    const first = line.text[start];
    if (first === '[') {
      const section = readHeader(line, start, problems);
      if (section !== undefined) sections.push(section);
    } else if (first === '#') {
      const directive = readDirective(line, start, sections.length - 1, problems);
      if (directive !== undefined) directives.push(directive);
    } else {
      const entry = readEntry(line, start, problems);
      if (entry === undefined) continue;
      const section = sections.at(-1);
      if (section !== undefined) section.entries.push(entry);
      else if (!homeless) {
        homeless = true;
        const message = 'This is above the first section, so Asterisk refuses the whole file.';
        problems.error(
          wholeOf(line),
          message,
          'Write the "[section]" that it belongs to above it.',
        );
      }
    }
  }
  return { file: { sections, directives }, findings };
}
